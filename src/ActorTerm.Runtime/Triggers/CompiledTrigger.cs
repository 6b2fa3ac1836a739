using ActorTerm.Language;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Triggers;

/// <summary>A trigger, ready to be looked for: by a pattern or at an event, exactly one of which is there.</summary>
/// <param name="Template">Its parameter as plain text; null for an invocation, and where there is none.</param>
/// <param name="Interpolation">Its parameter as an expression, in place of <paramref name="Template"/>.</param>
/// <param name="Job">It runs only while this is the foreground job or one of its ancestors; null for always.</param>
internal sealed record CompiledTrigger(
    TriggerAction Action,
    CompiledPattern? Pattern,
    EventFilter? Event,
    ParameterTemplate? Template,
    InterpolatedString? Interpolation,
    bool IsInstant,
    string? Job);
