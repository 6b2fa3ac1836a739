namespace ActorTerm.Cli.Attaching;

/// <summary>Takes apart what was read from the terminal in one go: a fast hand, a paste or a slow line brings several keys at once.</summary>
internal static class TypedKeys
{
    private const char Escape = '\e';

    /// <returns>How many characters the first key has: an escape sequence (CSI or SS3, xterm ctlseqs), else one character.</returns>
    public static int FirstLength(string typed)
    {
        if (typed.Length < 2 || typed[0] != Escape) return typed.Length > 1 && char.IsSurrogatePair(typed, 0) ? 2 : Math.Min(typed.Length, 1);
        if (typed[1] == 'O') return Math.Min(3, typed.Length);
        if (typed[1] != '[') return 1;

        var final = 2;
        while (final < typed.Length && typed[final] is < '@' or > '~') final++;
        return Math.Min(final + 1, typed.Length);
    }
}
