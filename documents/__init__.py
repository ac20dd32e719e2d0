"""Everything printed or drawn: lists, codes and sheets; knows no domain."""
