"""How people sign in: allauth's settings, all of them."""

from hub.settings.environment import Environment


def sign_in_settings(hub: Environment) -> dict:
    return {**password_settings(hub), **account_settings(hub), **SECOND_FACTOR, **provider_settings(hub)}


def password_settings(hub: Environment) -> dict:
    hasher = "MD5PasswordHasher" if hub.mode == "test" else "Argon2PasswordHasher"
    return {
        "AUTH_USER_MODEL": "hub.User",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "PASSWORD_HASHERS": [f"django.contrib.auth.hashers.{hasher}"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
            {"NAME": "hub.validators.LongEnough", "OPTIONS": {"min_length": 12}},
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "hub:my_page",
        "LOGOUT_REDIRECT_URL": "/",
    }


def account_settings(hub: Environment) -> dict:
    return {
        "ACCOUNT_ADAPTER": "hub.accounts.account.AccountAdapter",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_USER_DISPLAY": "builtins.str",
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": hub.scheme,
        "ACCOUNT_LOGIN_BY_CODE_ENABLED": True,
        "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS": 5,
        "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": 15 * 60,  # a mail may be slow
        "ACCOUNT_CHANGE_EMAIL": True,
        # Who finds an open machine must not make the account theirs by another address.
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        # Per hour too: what strangers have us write to one address, from wherever they ask.
        "ACCOUNT_RATE_LIMITS": {
            "reset_password": "20/m/ip,5/m/key,10/h/key",
            "request_login_code": "20/m/ip,3/m/key,10/h/key",
            "confirm_email": "1/3m/key,6/h/key",
        },
        "ACCOUNT_FORMS": {
            "add_email": "hub.forms.accounts.ChangeEmailForm",
            "login": "hub.forms.sign_in.LoginForm",
            "signup": "hub.forms.accounts.SignUpForm",
            "request_login_code": "hub.forms.sign_in.RequestCodeForm",
            "confirm_login_code": "hub.forms.sign_in.ConfirmCodeForm",
            "reauthenticate": "hub.forms.sign_in.ReauthenticateForm",
            "set_password": "hub.forms.sign_in.SetPasswordForm",
            "change_password": "hub.forms.sign_in.ChangePasswordForm",
            "reset_password": "hub.forms.sign_in.ResetPasswordForm",
            "reset_password_from_key": "hub.forms.sign_in.ResetPasswordKeyForm",
        },
        # Whom the limits on guessing count by: the address that the last of our own proxies saw.
        "ALLAUTH_TRUSTED_PROXY_COUNT": hub.trusted_proxies,
    }


SECOND_FACTOR = {
    "MFA_ADAPTER": "hub.accounts.second_factor.SecondFactorAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    # A passkey is asked for finger, face or code, so that it may stand alone.
    "MFA_WEBAUTHN_USER_VERIFICATION": "required",
    "MFA_TOTP_TOLERANCE": 1,
    "MFA_FORMS": {
        "authenticate": "hub.forms.second_factor.CodeForm",
        "reauthenticate": "hub.forms.second_factor.ReauthenticateCodeForm",
        "activate_totp": "hub.forms.second_factor.ActivateAppForm",
        "add_webauthn": "hub.forms.second_factor.AddPasskeyForm",
        "edit_webauthn": "hub.forms.second_factor.NamePasskeyForm",
        "authenticate_webauthn": "hub.forms.second_factor.PasskeyForm",
        "reauthenticate_webauthn": "hub.forms.second_factor.ReauthenticatePasskeyForm",
        "login_webauthn": "hub.forms.second_factor.SignInPasskeyForm",
    },
}


def provider_settings(hub: Environment) -> dict:
    return {
        "SOCIALACCOUNT_ADAPTER": "hub.accounts.providers.ProviderAdapter",
        "SOCIALACCOUNT_PROVIDERS": {
            "openid_connect": {
                "provider_class": "hub.accounts.providers.HubProvider",
                "APPS": [provider.as_allauth_app() for provider in hub.oidc_providers],
            }
        },
        # Only an address that the provider vouches for is verified, and leads to the account that has it.
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_FORMS": {
            "signup": "hub.forms.providers.ProviderSignUpForm",
            "disconnect": "hub.forms.providers.DisconnectForm",
        },
    }
