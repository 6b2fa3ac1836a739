using ActorTerm.Protocol;
using static ActorTerm.Protocol.PreferencesResponse.Types;
using static ActorTerm.Protocol.PreferencesResponse.Types.Result.Types;
using Wire = ActorTerm.Protocol.PreferencesRequest.Types.Request;
using Workspace = ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests about preferences, the bindings of all sessions among them.</summary>
internal static class PreferenceRequests
{
    public static object Access(long id, PreferencesRequest m) => Answers.AskWorkspace(
        id, new Workspace.AccessPreferences([.. m.Requests.Select(ToMessage)]), (answer, reply) =>
        {
            answer.PreferencesResponse = new PreferencesResponse();
            answer.PreferencesResponse.Results.AddRange(((Workspace.PreferenceResults)reply).Results.Select(ToWire));
        });

    private static Workspace.PreferenceRequest ToMessage(Wire m) => m.RequestCase switch
    {
        Wire.RequestOneofCase.GetPreferenceRequest => new Workspace.GetPreference(m.GetPreferenceRequest.Key),
        Wire.RequestOneofCase.SetPreferenceRequest => new Workspace.SetPreference(m.SetPreferenceRequest.Key, m.SetPreferenceRequest.JsonValue),
        Wire.RequestOneofCase.GetDefaultProfileRequest => new Workspace.GetDefaultProfile(),
        Wire.RequestOneofCase.SetDefaultProfileRequest => new Workspace.SetDefaultProfile(m.SetDefaultProfileRequest.Guid),
        _ => new Workspace.UnknownPreferenceRequest(),
    };

    private static Result ToWire(Workspace.PreferenceResult result) => result switch
    {
        Workspace.PreferenceRead read => new() { GetPreferenceResult = new() { JsonValue = read.Value.ToString() } },
        Workspace.PreferenceSet set => new()
        {
            SetPreferenceResult = new()
            {
                Status = set.Outcome switch
                {
                    Workspace.PreferenceOutcome.Ok => SetPreferenceResult.Types.Status.Ok,
                    Workspace.PreferenceOutcome.BadJson => SetPreferenceResult.Types.Status.BadJson,
                    _ => SetPreferenceResult.Types.Status.InvalidValue,
                },
            },
        },
        Workspace.DefaultProfileRead read => new() { GetDefaultProfileResult = new() { Guid = read.Guid } },
        Workspace.DefaultProfileSet set => new()
        {
            SetDefaultProfileResult = new() { Status = set.Found ? SetDefaultProfileResult.Types.Status.Ok : SetDefaultProfileResult.Types.Status.BadGuid },
        },
        _ => new() { UnrecognizedRequest = new() },
    };
}
