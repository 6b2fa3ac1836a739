using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTerm.House.Tests.Files;

/// <summary>What a file declares.</summary>
/// <param name="Types">The outermost ones.</param>
/// <param name="TypeNames">Of all types, those within others too.</param>
internal sealed record SourceTree(
    string Path, IReadOnlyList<string> Namespaces, IReadOnlyList<MemberDeclarationSyntax> Types, IReadOnlyList<string> TypeNames)
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<SourceTree>> Parsed = [];

    public static IReadOnlyList<SourceTree> All(string folder) => Parsed.GetOrAdd(folder, _ => [.. Repository.Sources(folder).Select(Of)]);

    private static SourceTree Of(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetCompilationUnitRoot();
        var spaces = root.Members.OfType<BaseNamespaceDeclarationSyntax>().ToList();
        return new SourceTree(
            file.Path,
            [.. spaces.Select(s => s.Name.ToString())],
            [.. root.Members.Where(m => m is not BaseNamespaceDeclarationSyntax), .. spaces.SelectMany(s => s.Members)],
            [.. root.DescendantNodes().Select(NameOf).OfType<string>()]);
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };
}
