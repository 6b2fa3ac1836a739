using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTerm.House.Tests.Features;

/// <summary>
/// Who uses whom inside ActorTerm.Runtime. A feature is a folder. It uses its own types, those of Identities, and the ...Protocol types of
/// other features; Root alone uses everything, and nobody uses Root. Names are bound by the compiler, so an inferred type counts too.
/// </summary>
internal sealed class FeatureArrows(CSharpCompilation runtime, string root)
{
    private const string Composer = "Root";
    private const string OpenToAll = "Identities";

    /// <summary>What the analysis cannot bind and would therefore not see.</summary>
    public IEnumerable<string> Blind() =>
        from d in runtime.GetDiagnostics()
        where d.Severity == DiagnosticSeverity.Error && d.Id is not "CS8795"     // a partial method whose other half a generator writes
        select d.ToString();

    public IEnumerable<string> Violations()
    {
        foreach (var tree in runtime.SyntaxTrees)
        {
            var feature = FeatureOf(tree.FilePath);
            if (feature is Composer or "") continue;

            var model = runtime.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().Where(n => n is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax))
                foreach (var used in TypesOf(model.GetSymbolInfo(node).Symbol))
                    if (!Allows(feature, used)) yield return $"{tree.FilePath}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}: {feature} uses {used.Name} of {FeatureOf(used)}";
        }
    }

    private bool Allows(string feature, INamedTypeSymbol used) =>
        FeatureOf(used) is var of && (of == feature || of is "" or OpenToAll || (of != Composer && used.Name.EndsWith("Protocol", StringComparison.Ordinal)));

    /// <summary>The outermost types of this project that a name stands for: the type itself, or the one whose member it is.</summary>
    private IEnumerable<INamedTypeSymbol> TypesOf(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer) type = outer;
        if (type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, runtime.Assembly)) yield return type;
    }

    private string FeatureOf(INamedTypeSymbol type) => FeatureOf(type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath);

    /// <summary>The folder right below the project; empty for files of the project itself.</summary>
    private string FeatureOf(string path)
    {
        var parts = path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..].Split('/') : [];
        return parts.Length > 1 ? parts[0] : "";
    }
}
