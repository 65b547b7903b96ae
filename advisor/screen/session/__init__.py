"""What one visit remembers. The only package that touches `st.session_state` and the address."""
