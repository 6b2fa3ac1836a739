using System.CommandLine;

namespace ActorTerm.Cli.Tests.Rig;

/// <summary>Everything that can be written behind <c>actorterm</c>, hidden verbs left out.</summary>
internal static class VerbTree
{
    /// <summary>Each verb with the words that lead to it: <c>window ls</c>.</summary>
    public static IEnumerable<(string Path, Command Command)> All() => Below(CommandLine.Make(), "");

    private static IEnumerable<(string, Command)> Below(Command parent, string path) => parent.Subcommands.Where(verb => !verb.Hidden)
        .SelectMany(verb => Below(verb, $"{path}{verb.Name} ").Prepend(($"{path}{verb.Name}", verb)));
}
