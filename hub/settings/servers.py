"""Database, cache and mail: embedded when nothing is said, servers by address."""

from urllib.parse import parse_qsl, unquote, urlsplit

from hub.settings.environment import Environment

MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def database_settings(hub: Environment) -> dict:
    if hub.database_url:
        return postgresql(hub.database_url)
    hub.var_dir.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": hub.var_dir / "hub.sqlite3",
        "OPTIONS": {
            # A writer waits for its turn at BEGIN instead of failing at its first write.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
        # A file, since in memory only one of several writers gets through.
        "TEST": {"NAME": hub.var_dir / "test.sqlite3"},
    }


def postgresql(url: str) -> dict:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def cache_settings(hub: Environment) -> dict:
    if hub.cache_url:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": hub.cache_url}
    # Files, because processes share them: Wagtail keeps the sites' roots in the cache,
    # and a cache for each process alone served a new node no address.
    return {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": hub.var_dir / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }


def mail_settings(hub: Environment) -> dict:
    common = {"DEFAULT_FROM_EMAIL": hub.mail_from, "SERVER_EMAIL": hub.mail_from}
    if not hub.mail_url:
        backend = "locmem" if hub.mode == "test" else "filebased"
        return {
            **common,
            "EMAIL_BACKEND": f"django.core.mail.backends.{backend}.EmailBackend",
            "EMAIL_FILE_PATH": hub.var_dir / "mail",
        }
    parts = urlsplit(hub.mail_url)
    return {
        **common,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
