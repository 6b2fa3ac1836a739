using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The host's requests about what a session shows: capturing its text, waiting for something to happen.</summary>
internal static class HostScreens
{
    public static object Capture(long id, CaptureRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return HostSessions.NoSession(id, m.Session);

        var message = new SessionsProtocol.Capture(m.HasStart ? m.Start : null, m.HasEnd ? m.End : null, m.Ansi, m.JoinWrapped);
        return HostRequests.Ask(id, Part.Workspace, new ToSession(target, message), reply =>
        {
            if (reply is not SessionsProtocol.Captured captured) return null;

            var response = new CaptureResponse
            {
                FirstLine = captured.FirstLine,
                Columns = captured.Columns,
                Rows = captured.Rows,
                CursorColumn = captured.CursorX,
                CursorLine = captured.CursorY,
            };
            response.Lines.AddRange(captured.Lines.Select(line => new CaptureResponse.Types.Line { Text = line.Text, Wrapped = line.Wrapped }));
            return new HostResponse { Capture = response };
        });
    }

    public static object Wait(long id, WaitRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return HostSessions.NoSession(id, m.Session);
        if (!m.HasText && !m.Exit && !m.HasIdleMs)
            return HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, "wait for what? text, exit or idle_ms is missing"));

        var message = new SessionsProtocol.WaitFor(m.HasText ? m.Text : null, m.OnlyNew, m.HasIdleMs ? Ms(m.IdleMs) : null, m.HasTimeoutMs ? Ms(m.TimeoutMs) : null);
        return new PassOn(Part.Workspace, new ToSession(target, message), reply => HostRequests.Answer(id, ToWire(reply), reply), Patient: true);
    }

    private static HostResponse? ToWire(object reply) => reply switch
    {
        SessionsProtocol.TextMatched found => Wire(new() { Outcome = WaitResponse.Types.Outcome.Matched, Line = found.Line, LineNumber = found.LineNumber }),
        SessionsProtocol.ProgramEnded ended => Wire(Ended(ended.Exit)),
        SessionsProtocol.OutputIdle => Wire(new() { Outcome = WaitResponse.Types.Outcome.Idle }),
        SessionsProtocol.WaitedTooLong => Wire(new() { Outcome = WaitResponse.Types.Outcome.TimedOut }),
        _ => null,
    };

    private static HostResponse Wire(WaitResponse response) => new() { Wait = response };

    private static WaitResponse Ended(SessionsProtocol.ProgramExit exit)
    {
        var response = new WaitResponse { Outcome = WaitResponse.Types.Outcome.Exited };
        if (exit.Code is { } code) response.ExitCode = code;
        if (exit.Signal is { } signal) response.Signal = Signals.NameOf(signal);
        return response;
    }

    private static TimeSpan Ms(long milliseconds) => TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, int.MaxValue));
}
