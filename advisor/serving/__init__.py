"""How the app meets the network: plain ASGI around Streamlit, which it never imports."""
