using ActorTerm.Language;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

// Shared profiles: their triggers, and those that are taken in from elsewhere.
internal sealed partial class WorkspaceActor
{
    private void AskProfile(OfProfile m)
    {
        if (_profiles.Named(m.Profile) is not { } profile)
        {
            Asker.Tell(new NotFound($"no profile is named \"{m.Profile}\""));
            return;
        }

        if (m.Request is not TriggersProtocol.ListTriggers)
        {
            var list = TriggersOf(profile);
            if (list.Change(m.Request, _maker.Triggers, Interpolates(profile), out var refusal) is not { } json)
            {
                Asker.Tell(new SessionsProtocol.Rejected(SessionsProtocol.Rejection.BadValue, refusal));
                return;
            }

            _profiles.TryChange([profile.Guid], [new("Triggers", json)], out _);
        }

        Asker.Tell(Status(_profiles.Named(m.Profile)!));
    }

    private void Import(ImportProfiles m)
    {
        if (ProfilesProtocol.ProfileImport.TryRead(m.Json, m.Name, _maker.DefaultProfile, out var profiles, out var error) && _profiles.TryAdd(profiles, out error))
            Asker.Tell(new Imported([.. profiles.Select(Describe)]));
        else
            Asker.Tell(new SessionsProtocol.Rejected(SessionsProtocol.Rejection.BadValue, error));
    }

    private ImportedProfile Describe(ProfilesProtocol.Profile profile)
    {
        var runs = profile.Text("Custom Command") is "Yes" or "Custom Shell" && profile.Text("Command") is { Length: > 0 } command ? command : null;
        var keys = KeysProtocol.KeyMap.OrEmpty(profile.Properties.GetValueOrDefault(KeysProtocol.KeyboardMap)).Bindings;
        return new ImportedProfile(
            profile.Name, profile.Guid, Status(profile), runs, profile.Text("Initial Text") is { Length: > 0 } text ? text : null,
            keys.Count, [.. keys.Where(key => KeysProtocol.KeyActions.Runs(key.Action.Number))]);
    }

    private void Try(TriggersProtocol.TestTrigger m)
    {
        var tested = _maker.Triggers.Try(m, interpolates: false, null, out var refusal);
        Asker.Tell(tested ?? (object)new SessionsProtocol.Rejected(SessionsProtocol.Rejection.BadValue, refusal));
    }

    /// <summary>What is wrong with properties that are to be set; null when nothing is.</summary>
    private string? Wrong(IReadOnlyList<KeyValuePair<string, Value>> properties) =>
        _maker.DefaultProfile.TryWith(properties, out _, out var error) ? WrongTriggers(properties) : error;

    private string? WrongTriggers(IReadOnlyList<KeyValuePair<string, Value>> properties) => properties
        .Where(property => property.Key == "Triggers").SelectMany(property => _maker.Triggers.Read(property.Value, interpolates: false).Errors)
        .Select(error => $"Triggers{error}").FirstOrDefault();

    private TriggersProtocol.TriggerList TriggersOf(ProfilesProtocol.Profile profile) =>
        _maker.Triggers.Read(profile.Properties.GetValueOrDefault("Triggers"), Interpolates(profile));

    private TriggersProtocol.Triggers Status(ProfilesProtocol.Profile profile) =>
        new([.. TriggersOf(profile).Entries.Select(entry => new TriggersProtocol.TriggerStatus(entry, false, null))], 0);

    private static bool Interpolates(ProfilesProtocol.Profile profile) =>
        profile.Properties.GetValueOrDefault("Triggers Use Interpolated Strings") is var value && ((value.TryGetBoolean(out var on) && on) || (value.TryGetNumber(out var number) && number != 0));
}
