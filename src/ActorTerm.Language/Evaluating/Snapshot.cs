namespace ActorTerm.Language;

/// <summary>What a variable was when the evaluation started. For a target, <see cref="Lookup.Value"/> says that it may be written.</summary>
internal readonly record struct Snapshot(Lookup Lookup, Value Value);
