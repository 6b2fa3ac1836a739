using ActorTerm.Cli.Tmux;
using ActorTerm.Cli.Verbs;

namespace ActorTerm.Cli;

/// <summary>All that can be written behind <c>actorterm</c>.</summary>
internal static class CommandLine
{
    public static RootCommand Make()
    {
        var root = new RootCommand("Makes, drives and watches the sessions of an ActorTerm host.")
        {
            NewVerb.Make(),
            ListVerb.Make(),
            AttachVerb.Make(),
            SendVerb.Make(),
            RunVerb.Make(),
            WaitVerb.Make(),
            CaptureVerb.Make(),
            InjectVerb.Make(),
            ResizeVerb.Make(),
            RenameVerb.Make(),
            RestartVerb.Make(),
            KillVerb.Make(),
            CoprocessVerb.Make(),
            WindowVerb.Make(),
            TabVerb.Make(),
            SplitVerb.Make(),
            InvokeVerb.Make(),
            FunctionsVerb.Make(),
            VarsVerb.Make(),
            TriggerVerb.Make(),
            ProfileVerb.Make(),
            AlertsVerb.Make(),
            EventsVerb.Make(),
            KeysVerb.Make(),
            ReloadVerb.Make(),
            EnvVerb.Make(),
            DoctorVerb.Make(),
            CompletionVerb.Make(),
            VersionVerb.Make(),
            NewSession.Make(),
            SendKeys.Make(),
            CapturePane.Make(),
            KillSession.Make(),
            SplitWindow.Make(),
            AttachSession.Make(),
        };
        root.Subcommands.Add(CompleteVerb.Make(root));
        return root;
    }
}
