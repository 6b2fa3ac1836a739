using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm complete LINE</c>, for the scripts of <see cref="CompletionVerb"/>: what the last word of a command line can become.</summary>
internal static class CompleteVerb
{
    /// <param name="root">The whole command line.</param>
    public static Command Make(RootCommand root)
    {
        var line = new Argument<string>("line") { Description = "The command line up to the cursor, `actorterm` included." };
        var verb = new Command("complete", "Print what the last word can become: a line each, with an explanation behind a tab.") { line };
        verb.Hidden = true;
        verb.SetAction(arguments =>
        {
            Completion.IsAsked = true;
            foreach (var (word, explanation) in Complete(root, arguments.GetValue(line)!)) Console.Out.WriteLine($"{word}\t{explanation}");
        });
        return verb;
    }

    internal static IReadOnlyList<(string Word, string Explanation)> Complete(RootCommand root, string line)
    {
        // What could stand there is asked without the word: one that is a verb already is followed by others of that beginning.
        var start = line.LastIndexOf(' ') + 1;
        var begun = line[start..].Trim('\'', '"');
        return
        [
            .. root.Parse(line[..start]).GetCompletions(start)
                .Where(item => item.Label.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                .Where(item => begun.Length > 0 || item.Label[0] is not ('-' or '/'))          // options only when one is begun
                .Select(item => (item.Label, (item.Detail ?? item.Documentation ?? "").Split('\n')[0])),
        ];
    }
}
