"""What Streamlit itself lacks, each script beside the Python that mounts it."""
