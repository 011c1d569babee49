"""The life of a criterion in the open: proposals, work in progress, hearings, and the desk behind them."""
