namespace ActorTerm.Language;

/// <summary>A variable that a plan reads, or hands over to be written.</summary>
internal readonly record struct PlanVariable(VariablePath Path, bool IsTarget);
