namespace ActorTerm.House.Tests.Projects;

/// <summary>The drawing of the house: who may refer to whom, who speaks to actors, and who needs packages. An arrow that is not here needs a reason here.</summary>
internal static class ProjectArrows
{
    private static readonly Dictionary<string, Room> Drawing = new()
    {
        ["ActorTerm.Actors"] = new(),
        ["ActorTerm.Language"] = new(),
        ["ActorTerm.Terminal"] = new(),
        ["ActorTerm.Pty"] = new(),
        ["ActorTerm.Hocon"] = new() { Packages = ["Microsoft.Extensions.Configuration"] },
        ["ActorTerm.Protocol"] = new() { Packages = ["Google.Protobuf", "Grpc.Tools"] },
        ["ActorTerm.Runtime"] = new() { To = ["Language", "Terminal", "Pty"], UsesActors = true },
        ["ActorTerm.Api"] = new() { To = ["Runtime", "Protocol"], UsesActors = true, Packages = ["Microsoft.AspNetCore.App"] },
        ["ActorTerm.Client"] = new() { To = ["Protocol"] },
        ["ActorTerm.Cli"] = new() { To = ["Client"], Packages = ["System.CommandLine", "Spectre.Console"] },
        ["ActorTerm.Host"] = new() { To = ["Runtime", "Api", "Hocon"], UsesActors = true, Packages = ["Microsoft.AspNetCore.App", "System.CommandLine"] },
    };

    /// <summary>What is drawn otherwise than the projects are, one line each.</summary>
    public static IEnumerable<string> Violations(IReadOnlyCollection<ProjectFile> projects)
    {
        foreach (var missing in Drawing.Keys.Except(projects.Select(p => p.Name))) yield return $"{missing} is drawn but not there";

        foreach (var project in projects)
        {
            if (!Drawing.TryGetValue(project.Name, out var room))
            {
                yield return $"{project.Name} is not drawn";
                continue;
            }

            var drawn = room.To.Select(name => $"ActorTerm.{name}").ToList();
            foreach (var reference in project.References.Except(drawn)) yield return $"{project.Name} -> {reference} is not drawn";
            foreach (var reference in drawn.Except(project.References)) yield return $"{project.Name} -> {reference} is drawn but not there";
            foreach (var package in project.Packages.Except(room.Packages)) yield return $"{project.Name} uses the package {package}, which is not drawn";
            if (project.UsesActors != room.UsesActors) yield return $"{project.Name} {(room.UsesActors ? "does not speak" : "speaks")} to actors";
        }
    }

    private sealed record Room
    {
        public string[] To { get; init; } = [];

        public bool UsesActors { get; init; }

        public string[] Packages { get; init; } = [];
    }
}
