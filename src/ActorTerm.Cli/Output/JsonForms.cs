using System.Text.Json.Serialization;
using ActorTerm.Cli.Doctoring;
using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>How each form is written, worked out by the compiler: at run time that would take a third of a verb's life.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(CaptureJson))]
[JsonSerializable(typeof(CoprocessJson))]
[JsonSerializable(typeof(CreatedJson))]
[JsonSerializable(typeof(HostEvent))]
[JsonSerializable(typeof(IEnumerable<CapturedOutputJson>))]
[JsonSerializable(typeof(IEnumerable<ChangeJson>))]
[JsonSerializable(typeof(IEnumerable<Finding>))]
[JsonSerializable(typeof(IEnumerable<FunctionJson>))]
[JsonSerializable(typeof(IEnumerable<ImportedProfileJson>))]
[JsonSerializable(typeof(IEnumerable<KeyJson>))]
[JsonSerializable(typeof(IEnumerable<PressedKeyJson>))]
[JsonSerializable(typeof(IEnumerable<ProfileJson>))]
[JsonSerializable(typeof(IEnumerable<SessionJson>))]
[JsonSerializable(typeof(IEnumerable<TabJson>))]
[JsonSerializable(typeof(IEnumerable<TriggerJson>))]
[JsonSerializable(typeof(IEnumerable<WindowJson>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(ProfilePropertiesJson))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TriggerTestJson))]
[JsonSerializable(typeof(VariableJson))]
internal sealed partial class JsonForms : JsonSerializerContext;
