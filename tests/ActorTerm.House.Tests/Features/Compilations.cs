using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActorTerm.House.Tests.Features;

/// <summary>Sources as the compiler sees them, without building anything.</summary>
internal static class Compilations
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string EngineUsings =
        """
        global using ActorTerm.Actors;
        global using ActorTerm.Actors.Event;
        global using ActorTerm.Actors.Configuration;
        """;

    private static readonly List<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The runtime over the sources of what it refers to.</summary>
    public static CSharpCompilation Runtime()
    {
        string[] references = ["ActorTerm.Actors", "ActorTerm.Language", "ActorTerm.Terminal", "ActorTerm.Pty"];
        return Of("ActorTerm.Runtime", Project("ActorTerm.Runtime"), EngineUsings, [.. references.Select(name => Of(name, Project(name)).ToMetadataReference())]);
    }

    public static CSharpCompilation Of(string name, IEnumerable<SourceFile> files, string usings = "", params MetadataReference[] references)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        var trees = files.Append(new SourceFile("", ImplicitUsings + "\n" + usings)).Select(f => CSharpSyntaxTree.ParseText(f.Text, parsing, f.Path));
        return CSharpCompilation.Create(name, trees, [.. Platform, .. references], options);
    }

    private static IEnumerable<SourceFile> Project(string name) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", name), "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)));
}
