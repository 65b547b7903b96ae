"""What one visit remembers: the answers, and nothing that could be derived from them.

The only package that touches `st.session_state` and the address.
"""

from advisor.screen.session.keys import PARAMETER, Key
from advisor.screen.session.papers import (
    address,
    found,
    keep_found,
    mail_key,
    mail_told,
    number,
    take_upload,
    tell_mail,
)
from advisor.screen.session.places import align, go, go_to_choice, here, moved
from advisor.screen.session.typed import Named, company_field, date_field, named, number_field, wishes
from advisor.screen.session.visit import (
    Visit,
    ask_start_over,
    chosen,
    edit,
    opened,
    play,
    propose,
    record,
    start_over,
    trial,
    tried,
    try_out,
    undo,
    warn,
)

__all__ = [
    "PARAMETER",
    "Key",
    "Named",
    "Visit",
    "address",
    "align",
    "ask_start_over",
    "chosen",
    "company_field",
    "date_field",
    "edit",
    "found",
    "go",
    "go_to_choice",
    "here",
    "keep_found",
    "mail_key",
    "mail_told",
    "moved",
    "named",
    "number",
    "number_field",
    "opened",
    "play",
    "propose",
    "record",
    "start_over",
    "take_upload",
    "tell_mail",
    "trial",
    "tried",
    "try_out",
    "undo",
    "warn",
    "wishes",
]
