"""What an operator sets is cast, told in sentences with every mistake at once, and never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.settings import Settings, SettingsError

KEY, OTHER = "0123456789abcdef" * 3, "fedcba9876543210" * 3
MAIL = {
    "ADVISOR_SMTP_HOST": "mail.harbour.example",
    "ADVISOR_MAIL_FROM": "advisor@harbour.example",
    "ADVISOR_PUBLIC_URL": "https://check.harbour.example/",
}


def problems(**environment: str) -> str:
    return "\n".join(Settings.from_environment(environment).problems)


def test_nothing_needs_to_be_set() -> None:
    settings = Settings.from_environment({})
    assert (settings.port, settings.https, settings.embed_origins, settings.signing_key) == (8501, False, (), ())
    assert settings.mail is None
    assert (settings.content / "questions").is_dir()
    assert settings.problems == settings.unknown == ()


def test_what_is_set_empty_counts_as_not_set() -> None:
    empty = dict.fromkeys(Settings.variables(), " ")
    assert Settings.from_environment(empty) == Settings.from_environment({})


def test_every_value_is_cast(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    settings = Settings.from_environment(
        {"HOST": "127.0.0.1", "PORT": "80", "ADVISOR_HTTPS": "1", "ADVISOR_CONTENT": str(tmp_path)}
    )
    assert (settings.host, settings.port, settings.https, settings.content) == ("127.0.0.1", 80, True, tmp_path)


@pytest.mark.parametrize("port", ["0", "65536", "many", "-1", "8501.0", "9" * 5000])
def test_a_port_is_a_number_that_exists(port: str) -> None:
    with pytest.raises(SettingsError, match=r"PORT: .* from 1 to 65535"):
        Settings.from_environment({"PORT": port}).require("HOST", "PORT")


def test_a_switch_is_on_or_off() -> None:
    assert Settings.from_environment({"ADVISOR_HTTPS": "yes"}).https
    assert not Settings.from_environment({"ADVISOR_HTTPS": "0"}).https
    assert problems(ADVISOR_HTTPS="maybe") == "ADVISOR_HTTPS: 'maybe' is neither 1 nor 0"


def test_several_sites_are_separated_by_spaces() -> None:
    sites = "https://www.example.org  http://localhost:9001"
    settings = Settings.from_environment({"ADVISOR_EMBED_ORIGINS": sites})
    assert settings.embed_origins == ("https://www.example.org", "http://localhost:9001")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("https://www.example.org/", "write 'https://www.example.org'"),
        ("https://www.Example.org", "write 'https://www.example.org'"),
        ("https://www.example.org:443", "write 'https://www.example.org'"),
        ("https://user@www.example.org", "write 'https://www.example.org'"),
        ("https://www.example.org/path?query", "write 'https://www.example.org'"),
        ("https://*.example.org", "is not an origin such as"),
        ("www.example.org", "is not an origin such as"),
        ("*", "is not an origin such as"),
        ("'none'", "is not an origin such as"),
        ("https://a;script-src", "is not an origin such as"),
        ("https://www.example.org:port", "is not an address"),
        ("javascript:alert(1)", "is not an origin such as"),
    ],
)
def test_anything_but_an_exact_origin_is_refused_with_a_hint(written: str, hint: str) -> None:
    settings = Settings.from_environment({"ADVISOR_EMBED_ORIGINS": written})
    assert settings.embed_origins == ()
    with pytest.raises(SettingsError, match="ADVISOR_EMBED_ORIGINS") as refusal:
        settings.require("ADVISOR_EMBED_ORIGINS")
    assert hint in str(refusal.value)


def test_all_mistakes_are_told_at_once() -> None:
    told = problems(PORT="many", ADVISOR_EMBED_ORIGINS="one https://two.example two/three", ADVISOR_SIGNING_KEY="short")
    for text in ("PORT: ", "'one'", "'two/three'", "at least 32 characters"):
        assert text in told


def test_only_what_a_command_needs_stops_it() -> None:
    settings = Settings.from_environment({"ADVISOR_SIGNING_KEY": "short", "ADVISOR_HTTPS": "1"})
    assert settings.require("PORT", "ADVISOR_CONTENT").https
    with pytest.raises(SettingsError, match="at least 32 characters"):
        settings.require("ADVISOR_SIGNING_KEY")


def test_no_secret_is_shown() -> None:
    secret = {"ADVISOR_SIGNING_KEY": f"{KEY} {OTHER}", "ADVISOR_SMTP_PASSWORD": "open sesame"}
    settings = Settings.from_environment(MAIL | secret)
    assert [key.get_secret_value() for key in settings.signing_key] == [KEY, OTHER]
    assert settings.mail is not None
    assert settings.mail.password.get_secret_value() == "open sesame"
    shown = repr(settings) + repr(settings.mail) + str(settings.model_dump())
    assert all(text not in shown for text in (KEY, OTHER, "open sesame"))
    assert "tooshort" not in problems(ADVISOR_SIGNING_KEY="tooshort")


def test_the_operator_names_the_mail_server() -> None:
    mail = Settings.from_environment(MAIL | {"ADVISOR_SMTP_USER": "advisor"}).mail
    assert mail is not None
    assert (mail.port, mail.security, mail.user) == (587, "starttls", "advisor")
    assert mail.site == "https://check.harbour.example"


@pytest.mark.parametrize(
    ("changes", "variable"),
    [
        ({"ADVISOR_SMTP_SECURITY": "none"}, "ADVISOR_SMTP_SECURITY"),
        ({"ADVISOR_SMTP_SECURITY": "ssl3"}, "ADVISOR_SMTP_SECURITY"),
        ({"ADVISOR_SMTP_PORT": "many"}, "ADVISOR_SMTP_PORT"),
        ({"ADVISOR_MAIL_FROM": "nobody"}, "ADVISOR_MAIL_FROM"),
        ({"ADVISOR_MAIL_FROM": ""}, "ADVISOR_MAIL_FROM"),
        ({"ADVISOR_PUBLIC_URL": ""}, "ADVISOR_PUBLIC_URL"),
        ({"ADVISOR_PUBLIC_URL": "javascript:alert(1)"}, "ADVISOR_PUBLIC_URL"),
        ({"ADVISOR_PUBLIC_URL": "https://a.example/?b=c"}, "ADVISOR_PUBLIC_URL"),
    ],
)
def test_half_a_mail_setting_is_told_in_one_sentence_and_sends_nothing(changes: dict[str, str], variable: str) -> None:
    settings = Settings.from_environment(MAIL | changes)
    assert settings.mail is None
    (problem,) = settings.problems
    assert problem.startswith(f"{variable}: ")


def test_a_folder_that_is_none_is_told_and_no_other_takes_its_place(tmp_path: Path) -> None:
    settings = Settings.from_environment({"ADVISOR_CONTENT": str(tmp_path / "typo")})
    assert settings.content == tmp_path / "typo"
    with pytest.raises(SettingsError, match="typo"):
        settings.require("ADVISOR_CONTENT")


def test_a_misspelt_variable_is_named_with_what_was_meant() -> None:
    settings = Settings.from_environment({"ADVISOR_CONTNET": "/x", "ADVISOR_ZEBRA": "1", "CONTENT": "/x"})
    assert settings.problems == ()
    assert settings.unknown == (
        "ADVISOR_CONTNET is not a setting; did you mean ADVISOR_CONTENT?",
        "ADVISOR_ZEBRA is not a setting",
    )


def test_files_of_settings_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("PORT=80\nADVISOR_HTTPS=1\n")
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({}).port == 8501


def test_the_environment_of_the_process_is_not_mixed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "80")
    assert Settings.from_environment({}).port == 8501
