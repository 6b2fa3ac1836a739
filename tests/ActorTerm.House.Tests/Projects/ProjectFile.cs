using System.Xml.Linq;

namespace ActorTerm.House.Tests.Projects;

/// <summary>What a project file says it needs.</summary>
/// <param name="References">Names of the projects it refers to.</param>
/// <param name="UsesActors">Does it speak to actors? Directory.Build.targets then refers it to the engine.</param>
/// <param name="UsesActorTestKit">The same for the engine's test kit.</param>
/// <param name="Packages">Names of packages and shared frameworks.</param>
internal sealed record ProjectFile(string Name, IReadOnlySet<string> References, bool UsesActors, bool UsesActorTestKit, IReadOnlySet<string> Packages)
{
    public static ProjectFile Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    public static ProjectFile Parse(string name, string xml)
    {
        var project = XDocument.Parse(xml);
        IEnumerable<string> Included(string item) => project.Descendants(item).Select(e => (string?)e.Attribute("Include") ?? "");
        bool Says(string property) => project.Descendants(property).Any(e => e.Value == "true");

        return new ProjectFile(
            name,
            Included("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).ToHashSet(),
            Says("UsesActors"),
            Says("UsesActorTestKit"),
            Included("PackageReference").Concat(Included("FrameworkReference")).ToHashSet());
    }
}
