using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests about windows, tabs, panes and the focus.</summary>
internal static class TreeRequests
{
    public static object List(long id) => Answers.AskWorkspace(id, new GetTree(), (answer, reply) =>
        answer.ListSessionsResponse = Tree.ToResponse((TreeSnapshot)reply));

    public static object Focus(long id) => Answers.AskWorkspace(id, new GetFocus(), (answer, reply) =>
    {
        answer.FocusResponse = new FocusResponse();
        answer.FocusResponse.Notifications.Add(new FocusChangedNotification { ApplicationActive = true });
        answer.FocusResponse.Notifications.AddRange(((FocusState)reply).Items.Select(Tree.ToNotification));
    });

    public static object CreateTab(long id, CreateTabRequest m)
    {
        WindowId? window = null;
        if (m.HasWindowId && m.WindowId.Length > 0)
        {
            if (!WindowId.TryParse(m.WindowId, out var known)) return Refused(CreateTabResponse.Types.Status.InvalidWindowId);
            window = known;
        }

        if (!ProfileRequests.TryRead(m.CustomProfileProperties, out var overrides, out _) || ProfileRequests.WantsBrowser(overrides))
            return Refused(CreateTabResponse.Types.Status.MissingSubstitution);

        var start = new SessionsProtocol.SessionStart(
            CommandLine: OldCommand(m), Profile: m.HasProfileName ? m.ProfileName : null, ProfileOverrides: overrides);
        int? index = m.HasTabIndex ? (int)Math.Min(m.TabIndex, int.MaxValue) : null;
        return Answers.AskWorkspace(id, new CreateTab(window, index, !m.HasSelectTab || m.SelectTab, start), (answer, reply) =>
            answer.CreateTabResponse = ToResponse(reply));

        object Refused(CreateTabResponse.Types.Status status) =>
            Answers.Now(id, answer => answer.CreateTabResponse = new CreateTabResponse { Status = status });
    }

    public static object SplitPane(long id, SplitPaneRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return Refused(SplitPaneResponse.Types.Status.SessionNotFound);
        if (!ProfileRequests.TryRead(m.CustomProfileProperties, out var overrides, out _))
            return Refused(SplitPaneResponse.Types.Status.MalformedCustomProfileProperty);

        var start = new SessionsProtocol.SessionStart(Profile: m.HasProfileName ? m.ProfileName : null, ProfileOverrides: overrides);
        var vertical = m.SplitDirection == SplitPaneRequest.Types.SplitDirection.Vertical;
        return Answers.AskWorkspace(id, new SplitPane(target, vertical, m.Before, start), (answer, reply) => answer.SplitPaneResponse = ToSplitResponse(reply));

        object Refused(SplitPaneResponse.Types.Status status) =>
            Answers.Now(id, answer => answer.SplitPaneResponse = new SplitPaneResponse { Status = status });
    }

    public static object Close(long id, CloseRequest m)
    {
        object? message = m.TargetCase switch
        {
            CloseRequest.TargetOneofCase.Sessions => new CloseSessions([.. m.Sessions.SessionIds.Select(Ids.Session)]),
            CloseRequest.TargetOneofCase.Tabs => new CloseTabs([.. m.Tabs.TabIds.Select(Ids.Tab)]),
            CloseRequest.TargetOneofCase.Windows => new CloseWindows([.. m.Windows.WindowIds.Select(Ids.Window)]),
            _ => null,
        };
        if (message is null) return Answers.Now(id, answer => answer.CloseResponse = new CloseResponse());

        return Answers.AskWorkspace(id, message, (answer, reply) =>
        {
            answer.CloseResponse = new CloseResponse();
            answer.CloseResponse.Statuses.AddRange(((Closed)reply).Found.Select(found =>
                found ? CloseResponse.Types.Status.Ok : CloseResponse.Types.Status.NotFound));
        });
    }

    public static object Activate(long id, ActivateRequest m)
    {
        var (window, tab, session) = (m.HasWindowId ? Ids.Window(m.WindowId) : null, m.HasTabId ? Ids.Tab(m.TabId) : null, m.HasSessionId ? Ids.Session(m.SessionId) : null);
        if (m.IdentifierCase != ActivateRequest.IdentifierOneofCase.None && window is null && tab is null && session is null)
            return Answers.Now(id, answer => answer.ActivateResponse = new ActivateResponse { Status = ActivateResponse.Types.Status.BadIdentifier });

        var message = new Activate(window, tab, session, m.OrderWindowFront, m.SelectTab, m.SelectSession);
        return Answers.AskWorkspace(id, message, (answer, reply) => answer.ActivateResponse = new ActivateResponse
        {
            Status = reply switch
            {
                Done => ActivateResponse.Types.Status.Ok,
                NotFound => ActivateResponse.Types.Status.BadIdentifier,
                _ => ActivateResponse.Types.Status.InvalidOption,
            },
        });
    }

    public static object Restart(long id, RestartSessionRequest m)
    {
        if (!SessionTarget.TryParse(m.SessionId, out var target)) return Answers.Now(id, answer => answer.RestartSessionResponse = Response(new NotFound("")));
        return Answers.AskWorkspace(id, new ToSession(target, new SessionsProtocol.Restart(m.OnlyIfExited)), (answer, reply) =>
            answer.RestartSessionResponse = Response(reply));

        static RestartSessionResponse Response(object reply) => new()
        {
            Status = reply switch
            {
                SessionsProtocol.Accepted => RestartSessionResponse.Types.Status.Ok,
                NotFound => RestartSessionResponse.Types.Status.SessionNotFound,
                _ => RestartSessionResponse.Types.Status.SessionNotRestartable,
            },
        };
    }

#pragma warning disable CS0612 // Deprecated in the schema, and still sent by old scripts.
    private static string? OldCommand(CreateTabRequest m) => m.HasCommand ? m.Command : null;
#pragma warning restore CS0612

    private static CreateTabResponse ToResponse(object reply) => reply switch
    {
        Created made => new CreateTabResponse
        {
            Status = made.IndexHonoured ? CreateTabResponse.Types.Status.Ok : CreateTabResponse.Types.Status.InvalidTabIndex,
            WindowId = made.Window.ToString(),
            TabId = made.Tab.Number,
            SessionId = made.Session.ToString(),
        },
        NotCreated { Why: Refusal.NoSuchWindow } => new CreateTabResponse { Status = CreateTabResponse.Types.Status.InvalidWindowId },
        NotCreated { Why: Refusal.NoSuchProfile } => new CreateTabResponse { Status = CreateTabResponse.Types.Status.InvalidProfileName },
        _ => new CreateTabResponse { Status = CreateTabResponse.Types.Status.MissingSubstitution },
    };

    private static SplitPaneResponse ToSplitResponse(object reply)
    {
        var response = new SplitPaneResponse
        {
            Status = reply switch
            {
                Created or SplitMany { Failure: null } => SplitPaneResponse.Types.Status.Ok,
                NotCreated { Why: Refusal.NoSuchSession } => SplitPaneResponse.Types.Status.SessionNotFound,
                NotCreated { Why: Refusal.NoSuchProfile } => SplitPaneResponse.Types.Status.InvalidProfileName,
                NotCreated { Why: Refusal.BadProperty } => SplitPaneResponse.Types.Status.MalformedCustomProfileProperty,
                _ => SplitPaneResponse.Types.Status.CannotSplit,
            },
        };
        if (reply is Created made) response.SessionId.Add(made.Session.ToString());
        if (reply is SplitMany many) response.SessionId.AddRange(many.Sessions.Select(session => session.ToString()));
        return response;
    }
}
