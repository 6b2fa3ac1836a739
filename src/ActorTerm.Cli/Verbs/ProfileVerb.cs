namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm profile</c>.</summary>
internal static class ProfileVerb
{
    public static Command Make() => new("profile", "Take in profiles.") { ProfileImport.Make() };
}
