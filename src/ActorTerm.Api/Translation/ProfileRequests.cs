using System.Diagnostics.CodeAnalysis;
using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests about profiles: those shared by all, and a session's own copy.</summary>
internal static class ProfileRequests
{
    public static object Get(long id, GetProfilePropertyRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target) || target.IsAll) return Answers.Now(id, answer => answer.GetProfilePropertyResponse = NoSession());

        return Answers.AskWorkspace(id, new ToSession(target, new SessionsProtocol.GetProfile(m.Keys)), (answer, reply) =>
        {
            answer.GetProfilePropertyResponse = reply is SessionsProtocol.ProfileValues ? new GetProfilePropertyResponse { Status = GetProfilePropertyResponse.Types.Status.Ok } : NoSession();
            if (reply is SessionsProtocol.ProfileValues values) answer.GetProfilePropertyResponse.Properties.AddRange(values.Properties.Select(ToProperty));
        });

        static GetProfilePropertyResponse NoSession() => new() { Status = GetProfilePropertyResponse.Types.Status.SessionNotFound };
    }

    public static object Set(long id, SetProfilePropertyRequest m)
    {
        var pairs = m.HasKey && m.HasJsonValue ? [(m.Key, m.JsonValue)] : m.Assignments.Select(one => (one.Key, one.JsonValue));
        if (!TryRead(pairs, out var properties, out _)) return Answers.Now(id, answer => answer.SetProfilePropertyResponse = Response(SetProfilePropertyResponse.Types.Status.RequestMalformed));

        object? message = m.TargetCase switch
        {
            SetProfilePropertyRequest.TargetOneofCase.Session => SessionTarget.TryParse(m.Session, out var target)
                ? new ToSession(target, new SessionsProtocol.SetProfile(properties))
                : new ToSession(default, new SessionsProtocol.SetProfile(properties)),
            SetProfilePropertyRequest.TargetOneofCase.GuidList => new SetProfiles(m.GuidList.Guids, properties),
            _ => null,
        };
        if (message is null) return Answers.Now(id, answer => answer.SetProfilePropertyResponse = Response(SetProfilePropertyResponse.Types.Status.RequestMalformed));

        return Answers.AskWorkspace(id, message, (answer, reply) => answer.SetProfilePropertyResponse = Response(reply switch
        {
            Done or SessionsProtocol.Accepted => SetProfilePropertyResponse.Types.Status.Ok,
            NotFound when message is SetProfiles => SetProfilePropertyResponse.Types.Status.BadGuid,
            NotFound => SetProfilePropertyResponse.Types.Status.SessionNotFound,
            _ => SetProfilePropertyResponse.Types.Status.RequestMalformed,
        }));

        static SetProfilePropertyResponse Response(SetProfilePropertyResponse.Types.Status status) => new() { Status = status };
    }

    public static object List(long id, ListProfilesRequest m) =>
        Answers.AskWorkspace(id, new ListProfiles(m.Guids.Count == 0 ? null : m.Guids), (answer, reply) =>
        {
            answer.ListProfilesResponse = new ListProfilesResponse();
            foreach (var profile in ((ProfileList)reply).Profiles)
            {
                var shown = new ListProfilesResponse.Types.Profile();
                shown.Properties.AddRange(profile.Where(one => m.Properties.Count == 0 || m.Properties.Contains(one.Key)).Select(ToProperty));
                answer.ListProfilesResponse.Profiles.Add(shown);
            }
        });

    /// <summary>Reads profile properties given with a new session.</summary>
    public static bool TryRead(IEnumerable<ProfileProperty> given, out List<KeyValuePair<string, Value>> properties, [NotNullWhen(false)] out string? error) =>
        TryRead(given.Select(one => (one.Key, one.JsonValue)), out properties, out error);

    /// <summary>A session that shows a web page cannot be made here.</summary>
    public static bool WantsBrowser(List<KeyValuePair<string, Value>> properties) =>
        properties.Exists(one => one.Key == "Custom Command" && one.Value.TryGetString(out var text) && text == "Browser");

    private static bool TryRead(IEnumerable<(string Key, string Json)> given, out List<KeyValuePair<string, Value>> properties, [NotNullWhen(false)] out string? error)
    {
        properties = [];
        error = null;
        foreach (var (key, json) in given)
        {
            if (!Value.TryParse(json, out var value, out var why))
            {
                error = $"profile property \"{key}\" is not JSON: {why}";
                return false;
            }

            properties.Add(new(key, value));
        }

        return true;
    }

    private static ProfileProperty ToProperty(KeyValuePair<string, Value> property) => new() { Key = property.Key, JsonValue = property.Value.ToString() };
}
