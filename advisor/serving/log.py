"""Keeps addresses out of the log: a visitor's query string holds the answers."""

import logging


def tells_no_address(record: logging.LogRecord) -> bool:
    """Whether a record may be logged: not if it tells which address somebody asked for."""
    return record.name != "uvicorn.access" and '"WebSocket' not in str(record.msg)


def keep_addresses_out() -> None:
    """Filter uvicorn's loggers; its `access_log=False` alone is undone by Streamlit 1.67, which adds handlers later."""
    for name in ("uvicorn.access", "uvicorn.error"):
        logging.getLogger(name).addFilter(tells_no_address)
