"""Pictures that the app draws, each template beside the Python that fills it."""
