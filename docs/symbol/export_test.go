package symbol

// CheckChar opens the check character to its test.
var CheckChar = checkChar
