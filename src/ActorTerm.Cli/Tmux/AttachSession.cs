using ActorTerm.Cli.Verbs;
using ActorTerm.Client;

namespace ActorTerm.Cli.Tmux;

/// <summary><c>attach-session</c> as tmux(1) has it.</summary>
internal static class AttachSession
{
    public static Command Make()
    {
        var target = TmuxOptions.Target();
        var readOnly = new Option<bool>("-r") { Description = "Look only." };
        var verb = new Command("attach-session", "As tmux: attach.") { target, readOnly };
        verb.OnHost(async (connection, arguments, cancel) =>
            await AttachVerb.Show(
                connection, await connection.Target(arguments, target, cancel), new AttachOptions(80, 24) { ReadOnly = arguments.GetValue(readOnly) }, cancel));
        return verb;
    }
}
