namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>The actions of key bindings that do something on a host without a screen, by iTerm2's numbers.</summary>
    public static class KeyActions
    {
        public const int NextTab = 0;
        public const int NextWindow = 1;
        public const int PreviousTab = 2;
        public const int PreviousWindow = 3;
        public const int SendEscapeSequence = 10;
        public const int SendHexCodes = 11;
        public const int SendText = 12;
        public const int Ignore = 13;
        public const int SendBackspace = 16;
        public const int SendDelete = 17;
        public const int SelectPaneLeft = 18;
        public const int SelectPaneRight = 19;
        public const int SelectPaneAbove = 20;
        public const int SelectPaneBelow = 21;
        public const int NewWindow = 26;
        public const int NewTab = 27;
        public const int SplitHorizontally = 28;
        public const int SplitVertically = 29;
        public const int NextPane = 30;
        public const int PreviousPane = 31;
        public const int NextRecentTab = 32;
        public const int MoveTabLeft = 33;
        public const int MoveTabRight = 34;
        public const int RunCoprocess = 35;
        public const int SetProfile = 37;
        public const int SendVimText = 38;
        public const int PreviousRecentTab = 39;
        public const int PasteSpecial = 41;
        public const int PasteSpecialFromSelection = 42;
        public const int SwapPaneLeft = 53;
        public const int SwapPaneRight = 54;
        public const int SwapPaneAbove = 55;
        public const int SwapPaneBelow = 56;
        public const int InvokeScriptFunction = 60;
        public const int DuplicateTab = 61;
        public const int MoveToSplitPane = 62;
        public const int SendSnippet = 63;
        public const int SendTmuxCommand = 65;
        public const int Sequence = 66;
        public const int SwapWithNextPane = 67;
        public const int SwapWithPreviousPane = 68;
        public const int AlertOnNextMark = 71;
        public const int CopyInterpolatedString = 72;
        public const int Bypass = 74;
        public const int ToggleSetting = 75;
        public const int SendVimTextHere = 76;

        private static readonly Dictionary<int, string> Names = new()
        {
            [NextTab] = "Next Tab",
            [NextWindow] = "Next Window",
            [PreviousTab] = "Previous Tab",
            [PreviousWindow] = "Previous Window",
            [SendEscapeSequence] = "Send Escape Sequence",
            [SendHexCodes] = "Send Hex Codes",
            [SendText] = "Send Text",
            [Ignore] = "Ignore",
            [SendBackspace] = "Send ^H Backspace",
            [SendDelete] = "Send ^? Backspace",
            [SelectPaneLeft] = "Select Split Pane on Left",
            [SelectPaneRight] = "Select Split Pane on Right",
            [SelectPaneAbove] = "Select Split Pane Above",
            [SelectPaneBelow] = "Select Split Pane Below",
            [NewWindow] = "New Window with Profile",
            [NewTab] = "New Tab with Profile",
            [SplitHorizontally] = "Split Horizontally with Profile",
            [SplitVertically] = "Split Vertically with Profile",
            [NextPane] = "Next Pane",
            [PreviousPane] = "Previous Pane",
            [NextRecentTab] = "Next Recent Tab",
            [MoveTabLeft] = "Move Tab Left",
            [MoveTabRight] = "Move Tab Right",
            [RunCoprocess] = "Run Coprocess",
            [SetProfile] = "Change Profile",
            [PreviousRecentTab] = "Previous Recent Tab",
            [SendVimText] = "Send Text with vim Special Chars",
            [PasteSpecial] = "Paste Special",
            [PasteSpecialFromSelection] = "Paste Special from Selection",
            [SwapPaneLeft] = "Swap with Split Pane on Left",
            [SwapPaneRight] = "Swap with Split Pane on Right",
            [SwapPaneAbove] = "Swap with Split Pane Above",
            [SwapPaneBelow] = "Swap with Split Pane Below",
            [InvokeScriptFunction] = "Invoke Script Function",
            [DuplicateTab] = "Duplicate Tab",
            [MoveToSplitPane] = "Move to Split Pane",
            [SendSnippet] = "Send Snippet",
            [SendTmuxCommand] = "Send tmux Command",
            [Sequence] = "Sequence",
            [SwapWithNextPane] = "Swap with Next Pane",
            [SwapWithPreviousPane] = "Swap with Previous Pane",
            [AlertOnNextMark] = "Alert on Next Mark",
            [CopyInterpolatedString] = "Copy Interpolated String",
            [Bypass] = "Bypass",
            [ToggleSetting] = "Toggle Setting",
            [SendVimTextHere] = "Send Text with vim Special Chars, without Broadcast",
        };

        /// <summary>Words of HOCON for an action, each with its number. docs/keys.md lists them.</summary>
        private static readonly Dictionary<string, int> Words = Names.ToDictionary(one => Word(one.Value), one => one.Key, StringComparer.Ordinal);

        /// <summary>Every word of <see cref="TryFind"/>, in order.</summary>
        public static IEnumerable<string> AllWords => Words.Keys.Order(StringComparer.Ordinal);

        /// <summary>Whether pressing a key bound to it does something here.</summary>
        public static bool IsServed(int number) => Names.ContainsKey(number);

        /// <summary>Whether it runs what its parameter says: a command, functions, other actions.</summary>
        public static bool Runs(int number) => number is RunCoprocess or InvokeScriptFunction or Sequence;

        /// <summary>Whether it acts on windows, tabs and panes, and so may change the focus.</summary>
        public static bool IsLayout(int number) => number is (>= NextTab and <= PreviousWindow) or (>= SelectPaneLeft and <= SelectPaneBelow)
            or (>= NewWindow and <= PreviousPane) or NextRecentTab or PreviousRecentTab or MoveTabLeft or MoveTabRight or DuplicateTab or MoveToSplitPane or (>= SwapPaneLeft and <= SwapPaneBelow)
            or SwapWithNextPane or SwapWithPreviousPane;

        public static string NameOf(int number) => Names.TryGetValue(number, out var name) ? name : $"action {number}";

        /// <summary>The number of an action's name written small and with hyphens, <c>invoke-script-function</c>.</summary>
        public static bool TryFind(string word, out int number) => Words.TryGetValue(word, out number);

        private static string Word(string name)
        {
            var letters = name.Replace("^H", "ctrl-h", StringComparison.Ordinal).Replace("^?", "delete", StringComparison.Ordinal)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
            return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
