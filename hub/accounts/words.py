"""What allauth says, in the hub's words."""

from django.utils.translation import gettext_lazy as _

TOO_MANY = _("Too many attempts. Wait five minutes and try again.")
TOO_MANY_CODES = _("The code was wrong too many times and no longer holds. Ask for a new one.")
WRONG_CODE = _("The code is not right. Write it as it is shown, or ask for a new one.")

ERRORS = {
    "account_inactive": _("This account can't be used to sign in."),
    "email_password_mismatch": _("The e-mail address and the password do not belong together. Try again."),
    "too_many_login_attempts": TOO_MANY,
    "rate_limited": TOO_MANY,
    "enter_current_password": _("This is not your current password."),
    "duplicate_email": _("This is your address already."),
    "incorrect_password": _("This is not your password. Try again."),
    "incorrect_code": WRONG_CODE,
    "invalid_password_reset": _("This link has been used or is too old. Ask for a new one."),
}

SECOND_FACTOR_ERRORS = {
    "incorrect_code": WRONG_CODE,
    "cannot_delete_authenticator": _("This second factor can't be removed."),
    "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
    "unverified_email": _("Confirm your e-mail address before you set up a second factor."),
}

PROVIDER_ERRORS = {
    "email_taken": _("There is an account with this address. Sign in to it, and connect %s there."),
    "no_password": _("This is your only way of signing in. Choose a password before you disconnect it."),
    "no_verified_email": _("Confirm your e-mail address before you disconnect this."),
    "connected_other": _("This sign-in is connected to another account."),
}

# Said on the page that follows. What isn't here, the page says itself.
MESSAGES = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is saved."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed."),
    "mfa/messages/totp_activated.txt": _("The app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is saved."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
    "socialaccount/messages/account_connected.txt": _("The sign-in is connected to your account."),
    "socialaccount/messages/account_connected_updated.txt": _("The sign-in is connected to your account."),
    "socialaccount/messages/account_connected_other.txt": PROVIDER_ERRORS["connected_other"],
    "socialaccount/messages/account_disconnected.txt": _("The sign-in is no longer connected."),
}

# What is told by e-mail when somebody changes how an account is signed in to.
NOTICES = {
    "account/email/password_changed": _("The password of your account was changed."),
    "account/email/email_changed": _("The e-mail address of your account was changed."),
    "account/email/email_confirm": _("An e-mail address of your account was confirmed."),
    "account/email/email_deleted": _("An e-mail address was removed from your account."),
    "account/email/password_reset": _("The password of your account was changed."),
    "account/email/password_set": _("Your account was given a password."),
    "mfa/email/totp_activated": _("An app was set up as the second factor of your account."),
    "mfa/email/totp_deactivated": _("The app was removed as the second factor of your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": _("Your account was given new recovery codes."),
    "socialaccount/email/account_connected": _("A way of signing in was connected to your account."),
    "socialaccount/email/account_disconnected": _("A way of signing in was disconnected from your account."),
}
