"""What one visit remembers: the answers, and nothing that could be derived from them.

The only package that touches `st.session_state` and the address.
"""

from advisor.screen.session.fields import (
    CompanyName,
    company_field,
    company_name,
    date_field,
    number_field,
    visitor_figures,
)
from advisor.screen.session.keys import PARAMETER, Key
from advisor.screen.session.studio_address import align, go, go_to_choice, here, moved
from advisor.screen.session.uploads_and_mail import (
    address,
    found,
    keep_found,
    mail_key,
    mail_told,
    number,
    take_upload,
    tell_mail,
)
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
    "CompanyName",
    "Key",
    "Visit",
    "address",
    "align",
    "ask_start_over",
    "chosen",
    "company_field",
    "company_name",
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
    "visitor_figures",
    "warn",
]
