namespace ActorTerm.Cli.Tmux;

/// <summary>
/// tmux reads its words by getopt(3): options may be written together (<c>-dP</c>) or with their value (<c>-tbuild</c>), and end at the first
/// word that is none. Here they become words of their own, with <c>--</c> behind the last.
/// </summary>
internal static class TmuxWords
{
    /// <summary>The verbs of tmux that are known here, each with its options that have a value.</summary>
    private static readonly Dictionary<string, string> Valued = new()
    {
        ["new-session"] = "scxye",
        ["list-sessions"] = "",
        ["send-keys"] = "t",
        ["capture-pane"] = "tSE",
        ["kill-session"] = "t",
        ["split-window"] = "tce",
        ["attach-session"] = "t",
    };

    /// <param name="words">What was written behind <c>actorterm</c>. Words of any other verb stay as they are.</param>
    public static IReadOnlyList<string> Spread(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || !Valued.TryGetValue(words[0], out var valued)) return words;

        var spread = new List<string> { words[0] };
        for (var at = 1; at < words.Count; at++)
        {
            var word = words[at];
            if (word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2)
            {
                spread.Add(word);                              // --help
                continue;
            }

            if (word == "--" || word is not ['-', _, ..])
            {
                spread.Add("--");
                spread.AddRange(words.Skip(word == "--" ? at + 1 : at));
                return spread;
            }

            at += SpreadOptions(word, at + 1 < words.Count ? words[at + 1] : null, valued, spread);
        }

        return spread;
    }

    /// <returns>How many words behind this one belong to it: 0 or 1.</returns>
    private static int SpreadOptions(string word, string? next, string valued, List<string> spread)
    {
        for (var i = 1; i < word.Length; i++)
        {
            spread.Add($"-{word[i]}");
            if (!valued.Contains(word[i])) continue;

            if (i + 1 < word.Length)
            {
                spread.Add(word[(i + 1)..]);
                return 0;
            }

            if (next is not null) spread.Add(next);
            return next is null ? 0 : 1;
        }

        return 0;
    }
}
