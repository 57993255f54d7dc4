"""Where things stand on paper: lines, planes and maps as plain arithmetic, which knows no words of ours."""
