"""Django's settings, all derived from the typed environment."""

from csp.constants import NONE, SELF

from hub.settings.environment import PROJECT, read_environment
from hub.settings.logs import configure_logs
from hub.settings.servers import cache_settings, database_settings, mail_settings
from hub.settings.sign_in import sign_in_settings

HUB = read_environment()
BASE_DIR = PROJECT

SECRET_KEY = HUB.secret_key
DEBUG = False
ALLOWED_HOSTS = [HUB.host, f".{HUB.host}"] + ([] if HUB.is_production else ["localhost", "127.0.0.1"])
ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # The rooms, highest first: an upper room's templates may stand before a lower one's.
    "network",
    "courses",
    "good_examples",
    "criteria_library",
    "search",
    "hub",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "treebeard",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django_structlog",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "hub.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "csp.middleware.CSPMiddleware",
    # Before all that may answer by itself, so that errors and redirects have it too.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "hub.middleware.KeptApartMiddleware",
    "hub.middleware.NodeMiddleware",
    "hub.middleware.NodeLanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Before allauth, which would lead from a 404 at /konto/ to an address that isn't there either.
    "hub.middleware.AdminOnHubOnlyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hub.isolation.second_factor.SecondFactorMiddleware",
    "hub.isolation.gate.AdminGateMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "hub.context_processors.site",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database_settings(HUB)}
CACHES = {"default": cache_settings(HUB)}
globals().update(mail_settings(HUB))
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if HUB.mode == "test"
        else "django_tasks_db.DatabaseBackend"
    }
}

# People
globals().update(sign_in_settings(HUB))

# One session for the hub and its nodes, which are subdomains of it.
SESSION_COOKIE_NAME = "hub_session"
SESSION_COOKIE_DOMAIN = HUB.host
SESSION_COOKIE_SECURE = HUB.scheme == "https"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = "hub_csrf"
CSRF_COOKIE_SECURE = HUB.scheme == "https"
CSRF_TRUSTED_ORIGINS = [f"{HUB.scheme}://{HUB.host}{HUB.port_suffix}"]
CSRF_FAILURE_VIEW = "hub.views.errors.csrf_failure"

# Security
SECURE_SSL_REDIRECT = HUB.is_production
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HUB.is_production else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HUB.is_production
SECURE_HSTS_PRELOAD = HUB.is_production
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HUB.trusted_proxies else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# The editors' preview is a frame of the same origin.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF, HUB.base_url, f"{HUB.scheme}://*.{HUB.host}{HUB.port_suffix}"],
        "frame-ancestors": [SELF, HUB.base_url],
        "img-src": [SELF],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Languages: the code speaks English, the pages four languages, bokmål where nothing else is said.
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("sv", "Svenska"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nb", "Bokmål"), ("sv", "Svenska"), ("en", "English")]

# Files
STATIC_URL = "/static/"
STATIC_ROOT = HUB.static_dir or HUB.var_dir / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
MEDIA_URL = "/media/"
MEDIA_ROOT = HUB.var_dir / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if HUB.mode == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = HUB.is_production

# Wagtail
WAGTAIL_SITE_NAME = "Knutepunktene"
WAGTAILADMIN_BASE_URL = HUB.base_url
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILIMAGES_IMAGE_MODEL = "hub.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "hub.HubDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "xlsx", "txt"]
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Else the link chooser looks any address up in every node's pages.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""
WAGTAILEMBEDS_FINDERS: list = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

LOGGING = configure_logs(HUB)
DJANGO_STRUCTLOG_USER_ID_FIELD = None
# A proxy of ours may name the request; anybody else's name for it is theirs.
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = HUB.trusted_proxies > 0
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False  # the privacy page says so
