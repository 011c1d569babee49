"""Addresses of accounts and signing in, under /konto/ on the hub's host. The names are allauth's."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as providers
from allauth.usersessions import views as sessions
from django.urls import include, path, re_path

from hub.views import security
from hub.views.providers import come_back, go_to_provider

password = [
    path("", account.password_change, name="account_change_password"),
    path("velg/", account.password_set, name="account_set_password"),
    path("glemt/", account.password_reset, name="account_reset_password"),
    path("glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("nytt/ferdig/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

signing_in = [
    path("", account.login, name="account_login"),
    path("kode/", account.request_login_code, name="account_request_login_code"),
    path("kode/bekreft/", account.confirm_login_code, name="account_confirm_login_code"),
    path("passnokkel/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("andre-trinn/", second_factor.authenticate, name="mfa_authenticate"),
    path("hos/<slug:provider_id>/", go_to_provider, name="openid_connect_login"),
    path("hos/<slug:provider_id>/tilbake/", come_back, name="openid_connect_callback"),
    path("avbrutt/", providers.login_cancelled, name="socialaccount_login_cancelled"),
    path("feil/", providers.login_error, name="socialaccount_login_error"),
    path("ny/", providers.signup, name="socialaccount_signup"),
]

own_security = [
    path("", security.Security.as_view(), name="mfa_index"),
    path("andre-trinn/", security.SetUpSecondFactor.as_view(), name="set_up_second_factor"),
    path("bekreft/", account.reauthenticate, name="account_reauthenticate"),
    path("bekreft/kode/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("bekreft/passnokkel/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("app/", app.activate_totp, name="mfa_activate_totp"),
    path("app/fjern/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("koder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("koder/nye/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("koder/fil/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passnokler/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passnokler/ny/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("passnokler/<int:pk>/fjern/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("passnokler/<int:pk>/navn/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("okter/", sessions.list_usersessions, name="usersessions_list"),
    path("okter/<int:pk>/avslutt/", security.EndSession.as_view(), name="end_session"),
    path("tilknytninger/", providers.connections, name="socialaccount_connections"),
]

urlpatterns = [
    path("logg-inn/", include(signing_in)),
    path("logg-ut/", account.logout, name="account_logout"),
    path("ny/", account.signup, name="account_signup"),
    path("sperret/", account.account_inactive, name="account_inactive"),
    path("bekreft/", account.email_verification_sent, name="account_email_verification_sent"),
    path("bekreft/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("e-post/", account.email, name="account_email"),
    path("passord/", include(password)),
    path("sikkerhet/", include(own_security)),
]
