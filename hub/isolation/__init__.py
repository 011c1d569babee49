"""Keeps one node's things from another's editors in Wagtail's admin, which does not do it by itself.

`allowed` lists the admin's addresses that exist at all, `reach` says what a person
may reach, `gate` asks both before each view, `hooks` narrows what choosers list.
"""
