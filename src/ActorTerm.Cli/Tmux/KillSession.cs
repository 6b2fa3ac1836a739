namespace ActorTerm.Cli.Tmux;

/// <summary><c>kill-session</c> as tmux(1) has it.</summary>
internal static class KillSession
{
    public static Command Make()
    {
        var target = TmuxOptions.Target();
        var verb = new Command("kill-session", "As tmux: kill.") { target };
        verb.OnHost(async (connection, arguments, cancel) => await (await connection.Target(arguments, target, cancel)).CloseAsync(cancel));
        return verb;
    }
}
