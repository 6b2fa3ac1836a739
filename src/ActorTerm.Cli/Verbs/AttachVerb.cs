using ActorTerm.Cli.Attaching;
using ActorTerm.Cli.Options;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm attach</c>: a session live in this terminal.</summary>
internal static class AttachVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        session.DefaultValueFactory = _ => Session.Active;
        var readOnly = new Option<bool>("--read-only", "-r") { Description = "Look only: keys are ignored, the session's size is left alone." };
        var noResize = new Option<bool>("--no-resize") { Description = "Leave the session's size alone." };
        var verb = new Command("attach", "See and use a session live; the leader key (C-b) and d detach.") { session, readOnly, noResize };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            var wish = new AttachOptions(80, 24) { ReadOnly = arguments.GetValue(readOnly), Resize = !arguments.GetValue(noResize) };
            await Show(connection, target, wish, cancel);
        });
        return verb;
    }

    /// <summary>Attaches, until the person detaches or the session is closed.</summary>
    internal static async Task Show(Connection connection, Session session, AttachOptions wish, CancellationToken cancel)
    {
        var host = await connection.App.GetHostInfoAsync(cancel);
        await session.ActivateAsync(cancel);
        var farewell = await new View(connection, LeaderKeys.Parse(host.AttachLeader), wish).Run(session.Id, cancel);
        Console.Out.WriteLine($"[{farewell}]");
    }

    /// <summary>For verbs that make something first.</summary>
    /// <exception cref="UsageException">Standard input or output is no terminal.</exception>
    internal static void RequireTerminal()
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected) throw new UsageException("attaching needs a terminal on standard input and output");
    }
}
