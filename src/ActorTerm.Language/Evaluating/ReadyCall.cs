using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>A call whose arguments are known and that is to be made now.</summary>
/// <param name="Index">Names it to <see cref="Evaluation.Complete"/> and <see cref="Evaluation.Fail"/>.</param>
/// <param name="Call">Which function.</param>
/// <param name="Arguments">In the order of <c>Call.Signature.Arguments</c>. An argument given with <c>&amp;</c> (<see cref="CallNode.ReferenceAt"/>) is the path, as a string.</param>
public readonly record struct ReadyCall(int Index, CallNode Call, ImmutableArray<Value> Arguments);
