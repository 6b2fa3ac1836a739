using ActorTerm.Api.Tests.Rig;
using ActorTerm.Api.Translation;
using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Terminal.Keys;
using Google.Protobuf;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;
using SetStatus = ActorTerm.Protocol.PreferencesResponse.Types.Result.Types.SetPreferenceResult.Types.Status;

namespace ActorTerm.Api.Tests.Translation;

/// <summary>Keys on the wire: who hears of them, who keeps them, what is bound to them; preferences, and the configuration read again.</summary>
public class KeyRequestTests
{
    private static readonly KeysProtocol.KeyBinding Binding = new("0x68-0x60000", KeysProtocol.KeyChord.Of(KeyNames.Parse("C-S-h")), new KeysProtocol.KeyAction(60, "f()"), "Clear");

    [Theory]
    [InlineData(null, SessionEvents.Keystroke)]
    [InlineData(false, SessionEvents.Keystroke)]
    [InlineData(true, SessionEvents.Keystroke | SessionEvents.KeystrokeMore)]
    public void A_monitor_hears_of_keys_and_an_advanced_one_of_all(bool? advanced, SessionEvents events)
    {
        var request = new NotificationRequest { Subscribe = true, NotificationType = NotificationType.NotifyOnKeystroke, Session = "all", KeystrokeMonitorRequest = new() };
        if (advanced is { } wanted) request.KeystrokeMonitorRequest.Advanced = wanted;

        var subscribe = Assert.IsType<Subscribe>(Wire.ToMessage(new ClientOriginatedMessage { NotificationRequest = request }));

        Assert.Equal(events, Assert.IsType<SessionTopic>(subscribe.To).Events);
        Assert.Equal(NotificationResponse.Types.Status.AlreadySubscribed, Wire.Answer(subscribe.Answer(SubscribeResult.Already)).NotificationResponse.Status);
    }

    [Fact]
    public void A_filter_has_its_patterns_and_a_second_one_of_the_same_target_is_the_same()
    {
        var pattern = new KeystrokePattern { RequiredModifiers = { Modifiers.Control, Modifiers.Shift }, ForbiddenModifiers = { Modifiers.Option }, Keycodes = { 0x2d }, Characters = { "n" }, CharactersIgnoringModifiers = { "N" } };
        var request = new NotificationRequest { Subscribe = true, NotificationType = NotificationType.KeystrokeFilter, Session = "all", KeystrokeFilterRequest = new() { PatternsToIgnore = { pattern } } };

        var topic = Assert.IsType<KeyFilterTopic>(Assert.IsType<Subscribe>(Wire.ToMessage(new ClientOriginatedMessage { NotificationRequest = request })).To);

        var read = Assert.Single(topic.Patterns);
        Assert.Equal((KeysProtocol.KeystrokeModifiers.Control | KeysProtocol.KeystrokeModifiers.Shift, KeysProtocol.KeystrokeModifiers.Option), (read.Required, read.Forbidden));
        Assert.Equal((0x2d, "n", "N"), (read.KeyCodes.Single(), read.Characters.Single(), read.CharactersIgnoringModifiers.Single()));
        Assert.Equal(new KeyFilterTopic("all", []), topic);
        request.Subscribe = false;
        Assert.Equal(topic, Assert.IsType<Unsubscribe>(Wire.ToMessage(new ClientOriginatedMessage { NotificationRequest = request })).From);
    }

    [Theory]
    [InlineData(KeyStroke.Down, KeystrokeNotification.Types.Action.KeyDown)]
    [InlineData(KeyStroke.Up, KeystrokeNotification.Types.Action.KeyUp)]
    [InlineData(KeyStroke.Modifiers, KeystrokeNotification.Types.Action.FlagsChanged)]
    public void A_key_is_told_with_all_that_scripts_read(KeyStroke action, KeystrokeNotification.Types.Action expected)
    {
        var session = SessionId.New();

        var told = Events.ToEnvelope(new KeySeen(session, KeysProtocol.Keystroke.Of(KeyNames.Parse("C-Up")), action)).Notification.KeystrokeNotification;

        Assert.Equal(("\uf700", "\uf700", 0x7e, session.ToString(), expected), (told.Characters, told.CharactersIgnoringModifiers, told.KeyCode, told.Session, told.Action));
        Assert.Equal([Modifiers.Control, Modifiers.Function, Modifiers.Numpad], told.Modifiers);
    }

    [Fact]
    public void Preferences_are_asked_and_answered_in_order()
    {
        var request = new PreferencesRequest
        {
            Requests =
            {
                new PreferencesRequest.Types.Request { GetPreferenceRequest = new() { Key = "a" } },
                new PreferencesRequest.Types.Request { SetPreferenceRequest = new() { Key = "b", JsonValue = "1" } },
                new PreferencesRequest.Types.Request { GetDefaultProfileRequest = new() },
                new PreferencesRequest.Types.Request { SetDefaultProfileRequest = new() { Guid = "g" } },
                new PreferencesRequest.Types.Request(),
            },
        };

        var (asked, answer) = Wire.Ask<AccessPreferences>(new() { PreferencesRequest = request });
        var results = answer(new PreferenceResults(
        [
            new PreferenceRead(Value.Parse("[1]")), new PreferenceSet(PreferenceOutcome.InvalidValue), new DefaultProfileRead("d"), new DefaultProfileSet(false), new PreferenceUnrecognized(),
        ])).PreferencesResponse.Results;

        Assert.Equal([new GetPreference("a"), new SetPreference("b", "1"), new GetDefaultProfile(), new SetDefaultProfile("g"), new UnknownPreferenceRequest()], asked.Requests);
        Assert.Equal(("[1]", SetStatus.InvalidValue, "d"), (results[0].GetPreferenceResult.JsonValue, results[1].SetPreferenceResult.Status, results[2].GetDefaultProfileResult.Guid));
        Assert.Equal(PreferencesResponse.Types.Result.Types.SetDefaultProfileResult.Types.Status.BadGuid, results[3].SetDefaultProfileResult.Status);
        Assert.NotNull(results[4].UnrecognizedRequest);
    }

    [Fact]
    public void Bindings_are_listed_with_scope_name_and_action()
    {
        var (asked, answer) = Wire.AskHost<ActorTerm.Runtime.Workspace.WorkspaceProtocol.ListKeys>(new HostRequest { ListKeys = new() { Session = "active" } });

        var listed = answer(new KeysProtocol.KeyList([new KeysProtocol.ListedBinding(KeysProtocol.KeyScope.Global, Binding, true)])).ListKeys.Keys.Single();

        Assert.True(asked.Session is { IsActive: true });
        Assert.Equal(
            (ListedKey.Types.Scope.Global, "0x68-0x60000", "C-S-h", 60, "Invoke Script Function", "f()", "Clear", true, true),
            (listed.Scope, listed.Key, listed.Name, listed.Action, listed.ActionName, listed.Parameter, listed.Label, listed.Shadowed, listed.Served));
        Assert.Equal(HostError.Types.Code.NotFound, answer(new NotFound("gone")).Error.Code);
        Assert.Equal(HostError.Types.Code.NotFound, Wire.Now(new HostRequest { ListKeys = new() { Session = "no id" } }).Error.Code);
        Assert.Null(Wire.AskHost<ActorTerm.Runtime.Workspace.WorkspaceProtocol.ListKeys>(new HostRequest { ListKeys = new() }).Question.Session);
    }

    [Fact]
    public void Keys_are_pressed_and_released_and_the_answer_has_the_fate_of_each()
    {
        var (asked, answer) = Wire.AskHostSession<StrikeKeys>(new HostRequest { StrikeKeys = new() { Session = "active", Keys = { "C-S-h", "x" }, Action = StrikeKeysRequest.Types.Action.Release } });

        var keys = answer(new KeysTaken(
        [
            new TakenKey("C-S-h", KeyFate.Bound, KeysProtocol.KeyScope.Profile, Binding, "no", "Traceback"), new TakenKey("x", KeyFate.Filtered, null, null, null, null),
        ])).StrikeKeys.Keys;

        Assert.Equal((KeyEventKind.Release, 2), (asked.Kind, asked.Names.Count));
        Assert.Equal((StruckKey.Types.Fate.Bound, "f()", "no", "Traceback"), (keys[0].Fate, keys[0].Binding.Parameter, keys[0].Error, keys[0].Traceback));
        Assert.Equal((StruckKey.Types.Fate.Filtered, null, false), (keys[1].Fate, keys[1].Binding, keys[1].HasError));
        Assert.Equal(HostError.Types.Code.BadRequest, answer(new Rejected(Rejection.BadValue, "no key")).Error.Code);
    }

    [Fact]
    public void Bytes_are_explained()
    {
        var (asked, answer) = Wire.AskHostSession<ExplainKeys>(new HostRequest { ExplainKeys = new() { Session = "active", Typed = ByteString.CopyFrom(8), Complete = true } });

        var explained = answer(new KeysExplained([new ActorTerm.Runtime.Sessions.SessionsProtocol.ExplainedKey(new byte[] { 8 }, Binding.Chord, new KeysProtocol.KeyDecision.Bound(KeysProtocol.KeyScope.Global, Binding)), new ActorTerm.Runtime.Sessions.SessionsProtocol.ExplainedKey(new byte[] { 9 }, null, null)], 3)).ExplainKeys;

        Assert.True(asked.Complete);
        Assert.Equal((3, "C-S-h", 60), (explained.Waiting, explained.Keys[0].Name, explained.Keys[0].Binding.Action));
        Assert.Equal((false, null), (explained.Keys[1].HasName, explained.Keys[1].Binding));
    }

    [Fact]
    public void A_configuration_that_is_wrong_is_refused_whole_and_a_right_one_is_applied_before_the_answer()
    {
        var apply = new ApplyConfiguration([], null);
        HostReload next = new HostReload.Refused("host.conf:1:2: wrong");
        var facts = Wire.Facts with { Reload = taken => taken ? next : new HostReload.Read(null, [new HostChange("a.b", null, "1", false)]) };
        object Ask(bool check) => Requests.ToMessage(new ClientOriginatedMessage { Id = Wire.Id, Actorterm = new() { Reload = new() { Check = check } } }, facts);

        var refused = Wire.Answer(Assert.IsType<Deliver>(Ask(false)).Event).Actorterm.Error;
        var looked = Wire.Answer(Assert.IsType<Deliver>(Ask(true)).Event).Actorterm.Reload.Changes.Single();
        next = new HostReload.Read(apply, [new HostChange("a.b", "1", null, true)]);
        var pass = Assert.IsType<PassOn>(Ask(false));

        Assert.Equal((HostError.Types.Code.BadRequest, "host.conf:1:2: wrong"), (refused.Code, refused.Message));
        Assert.Equal(("a.b", false, "1", false), (looked.Path, looked.HasBefore, looked.After, looked.TakesEffect));
        Assert.Same(apply, pass.Message);
        var change = Wire.Answer(pass.Answer(Done.Instance)).Actorterm.Reload.Changes.Single();
        Assert.Equal(("1", false, true), (change.Before, change.HasAfter, change.TakesEffect));
    }
}
