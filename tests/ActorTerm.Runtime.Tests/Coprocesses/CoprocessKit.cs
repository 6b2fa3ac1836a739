using System.Text.Json;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Coprocesses;

/// <summary>A session and its coprocess, both of which are the test.</summary>
public abstract class CoprocessKit : WorkspaceKit
{
    private readonly TestProbe _events;

    protected CoprocessKit()
    {
        _events = CreateTestProbe("events");
        Sys.EventStream.Subscribe(_events.Ref, typeof(EventsProtocol.HostEvent));
    }

    protected static StartCoprocess Run(string line, CoprocessOptions? options = null, CoprocessSource source = CoprocessSource.Cli) =>
        new(new CoprocessCommand.Shell(line), options ?? CoprocessOptions.None, source);

    internal FakeProcess Begin(WorkspaceProtocol.Created made, CoprocessOptions? options = null)
    {
        AskSession<StartAnswer.Started>(made.Session, Run("copro", options));
        return Ptys.Piped.Take();
    }

    /// <summary>Everything the session was told so far has been handled.</summary>
    protected SessionInfo Settle(SessionId session) => AskSession<SessionInfo>(session, new GetInfo());

    protected string Screen(SessionId session) => string.Join(
        '\n', AskSession<BufferContents>(session, new ReadBuffer(new VisibleScreen(), false)).Lines.Select(line => line.Text.TrimEnd())).TrimEnd();

    /// <summary>The next event of this kind, its data as JSON.</summary>
    protected JsonElement Event(string kind)
    {
        var found = _events.FishForMessage<EventsProtocol.HostEvent>(e => e.Kind == kind, TimeSpan.FromSeconds(20));
        return JsonDocument.Parse(found.Data.ToString()).RootElement;
    }

    protected string? Variable(SessionId session, string name)
    {
        var read = AskSession<Runtime.Variables.VariablesProtocol.VariableValues>(
            session, new AccessVariables(new Runtime.Variables.VariablesProtocol.VariablesRequest([], [name])));
        var value = read.Values[0];
        return value.IsNull ? null : value.ToDisplayString();
    }
}
