using ActorTerm.Cli.Tmux;
using ActorTerm.Cli.Verbs;

namespace ActorTerm.Cli;

/// <summary>All that can be written behind <c>actorterm</c>.</summary>
internal static class CommandLine
{
    /// <summary>In the order of the help.</summary>
    private static readonly (string Word, Func<Command> Make)[] Verbs =
    [
        ("new", NewVerb.Make),
        ("ls", ListVerb.Make),
        ("attach", AttachVerb.Make),
        ("send", SendVerb.Make),
        ("run", RunVerb.Make),
        ("wait", WaitVerb.Make),
        ("capture", CaptureVerb.Make),
        ("inject", InjectVerb.Make),
        ("resize", ResizeVerb.Make),
        ("rename", RenameVerb.Make),
        ("restart", RestartVerb.Make),
        ("kill", KillVerb.Make),
        ("coprocess", CoprocessVerb.Make),
        ("window", WindowVerb.Make),
        ("tab", TabVerb.Make),
        ("split", SplitVerb.Make),
        ("invoke", InvokeVerb.Make),
        ("functions", FunctionsVerb.Make),
        ("vars", VarsVerb.Make),
        ("trigger", TriggerVerb.Make),
        ("profile", ProfileVerb.Make),
        ("alerts", AlertsVerb.Make),
        ("events", EventsVerb.Make),
        ("keys", KeysVerb.Make),
        ("reload", ReloadVerb.Make),
        ("env", EnvVerb.Make),
        ("doctor", DoctorVerb.Make),
        ("completion", CompletionVerb.Make),
        ("version", VersionVerb.Make),
        ("new-session", NewSession.Make),
        ("send-keys", SendKeys.Make),
        ("capture-pane", CapturePane.Make),
        ("kill-session", KillSession.Make),
        ("split-window", SplitWindow.Make),
        ("attach-session", AttachSession.Make),
    ];

    private static readonly string[] Helps = ["--help", "-h", "-?", "/h", "/?"];

    /// <summary>The whole of it: for help, for completion, and for a guess at what a word was meant to be.</summary>
    public static RootCommand Make()
    {
        var root = new RootCommand("Makes, drives and watches the sessions of an ActorTerm host.");
        foreach (var (_, make) in Verbs) root.Subcommands.Add(make());
        root.Subcommands.Add(CompleteVerb.Make(root));
        return root;
    }

    /// <summary>
    /// As much of it as these words need: with every verb and the texts of its help it takes a fifth of the time of one that asks the host something.
    /// </summary>
    /// <param name="words">What was written behind <c>actorterm</c>.</param>
    public static Command For(IReadOnlyList<string> words)
    {
        var verb = Array.Find(Verbs, verb => words.Count > 0 && verb.Word == words[0]);
        if (verb.Make is null || words.Any(Helps.Contains)) return Make();

        return new Command("actorterm") { verb.Make() };
    }
}
