"""What Streamlit's own elements cannot draw: templates and their stylesheet, beside the Python that fills them."""
