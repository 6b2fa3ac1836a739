using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Language;

/// <summary>How an evaluation ended: a value, or an error and null.</summary>
public readonly record struct Outcome(Value Value, EvaluationError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;
}
