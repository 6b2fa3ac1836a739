namespace ActorTerm.Runtime.Triggers.Patterns;

/// <param name="Text">In .NET's syntax. Groups have the numbers they had; names are gone.</param>
/// <param name="Required">A cheap test that rules most texts out; null when there is none.</param>
internal sealed record TranslatedPattern(string Text, Literals? Required);
