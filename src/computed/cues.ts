// The words by which texts are told apart: one list per cue and language, plain to read and to correct.
import type { Lexicon } from "./lexicon.ts";

/** What a page's post can do. Stems shorter than four letters cannot be looked up. */
export type PostCue =
  | "invites"
  | "audience"
  | "thanks"
  | "recognition"
  | "poll"
  | "call"
  | "promotion"
  | "people"
  | "insight";

export const POST_CUES: Lexicon<PostCue> = {
  // Asks people to say something.
  invites: {
    en: "tell us, let us know, share your, comment below, in the comments, what do you think, what's your, your thoughts, drop a comment, tag someone, tag a friend, we want to hear, we'd love to hear, ask us anything, ask me anything",
    de: "sagt uns, sag uns, schreibt uns, schreib uns, verratet uns, verrat uns, erzahlt uns, erzahl uns, in die kommentare, in den kommentaren, was meint ihr, was denkt ihr, was meinst du, eure meinung, deine meinung, markiert",
    es: "cuentanos, contanos, dinos, que opinas, que opinan, que pensais, que piensas, en los comentarios, tu opinion, comparte tu, etiqueta a",
    fr: "dites nous, dis nous, racontez nous, raconte nous, qu'en pensez vous, qu'en penses tu, en commentaire, en commentaires, votre avis, ton avis, partagez vos, identifiez",
    pt: "conta pra gente, conte para nos, conta nos, diga nos, o que acha, o que voce acha, o que voces acham, nos comentarios, sua opiniao, marque um, marque uma, compartilhe sua",
    it: "diteci, dicci, raccontaci, raccontateci, cosa ne pensi, cosa ne pensate, che ne pensi, che ne pensate, nei commenti, la tua opinione, la vostra opinione, tagga",
    nl: "laat het ons weten, laat ons weten, vertel ons, wat vind jij, wat vinden jullie, wat denk jij, in de comments, in de reacties, jouw mening, deel je",
    pl: "dajcie znac, daj znac, napiszcie, co sadzicie, co myslicie, w komentarzach, w komentarzu, wasza opinia",
  },
  // Speaks to the reader: with a question mark in the same sentence it asks them.
  audience: {
    en: "you, your, yours, you're, you've, who else, anyone, which one, guess",
    de: "ihr, euch, eure, euer, du, dich, dir, dein, deine, sie, ihnen, ihre, wer von, wer hat",
    es: "tu, te, tus, vosotros, ustedes, usted, quien, cual, os, vuestro, vuestra, sabias, conoces",
    fr: "vous, votre, vos, tu, toi, ton, ta, tes, qui, lequel, laquelle, quel, quelle",
    pt: "voce, voces, tu, seu, sua, teu, tua, quem, qual, vc, vcs",
    it: "tu, voi, tuo, tua, vostro, vostra, chi, quale, ti, vi, sapevi, sapevate",
    nl: "jij, je, jou, jouw, jullie, u, uw, wie, welke",
    pl: "ty, wy, wasz, wasza, wasze, twoj, twoja, twoje, kto, ktory, ktora",
  },
  thanks: {
    en: "thank you, thank*, grateful, appreciat*",
    de: "danke, dank*, herzlichen dank, vielen dank",
    es: "gracias, agradec*",
    fr: "merci, remerci*",
    pt: "obrigad*, agradec*",
    it: "grazie, ringrazi*",
    nl: "dank je, dank jullie, dankjewel, bedankt",
    pl: "dziek*, dziekuj*",
  },
  recognition: {
    en: "congrat*, shout out, shoutout, proud of, kudos, well done, hats off, happy birthday, happy holidays, merry christmas, happy new year, in memory, celebrat*",
    de: "gluckwunsch*, herzlichen gluckwunsch, gratul*, stolz auf, alles gute, frohe weihnacht*, frohes neues, hut ab",
    es: "felicid*, enhorabuena, orgullos*, feliz cumpleanos, feliz navidad, feliz ano",
    fr: "felicit*, bravo, fiers, fier de, joyeux anniversaire, joyeux noel, bonne annee, chapeau",
    pt: "parabens, orgulho*, feliz natal, feliz ano, feliz aniversario",
    it: "congratul*, complimenti, auguri, orgoglios*, buon natale, buon anno, buon compleanno",
    nl: "gefelicit*, trots op, fijne kerst, gelukkig nieuwjaar",
    pl: "gratul*, dumni, wesolych swiat, wszystkiego najlepszego",
  },
  poll: {
    en: "poll, vote, votes, voting, quiz",
    de: "umfrage, abstimm*, stimmt ab, stimm ab, quiz",
    es: "encuesta, vota, votad, voten, quiz",
    fr: "sondage, votez, vote, quiz",
    pt: "enquete, vote, votem, quiz",
    it: "sondaggio, vota, votate, quiz",
    nl: "poll, stem op, stem mee, quiz",
    pl: "ankieta, glosuj*, quiz",
  },
  // Asks people to do something.
  call: {
    en: "sign up, register now, register here, register today, buy now, shop now, order now, order yours, pre order, preorder, book now, book your, download now, download it, download our, download the, subscribe, apply now, apply here, apply today, donate, get yours, get your tickets, get tickets, link in bio, join us, don't miss, click here, learn more, find out more, try it, try now, visit our, grab your, save your seat, reserve your, use code, last chance, hurry, sign the petition, watch now",
    de: "jetzt kaufen, jetzt bestellen, jetzt buchen, jetzt anmelden, jetzt registrieren, jetzt bewerben, jetzt sichern, jetzt testen, jetzt mitmachen, jetzt entdecken, jetzt herunterladen, melde dich an, meldet euch an, bewirb dich, bewerbt euch, anmelden, bestell*, mehr erfahren, link in der bio, link in bio, nicht verpassen, spendet, spende jetzt, sichert euch, sichere dir, besucht uns, hier klicken",
    es: "compra ahora, compra ya, compra aqui, registrate, inscribete, suscribete, reserva tu, reserva ahora, descarga, descargate, haz clic, pide ya, pide tu, solicita, aplica ahora, dona, link en bio, enlace en la bio, no te pierdas, no te lo pierdas, visita nuestra, unete, aprovecha, entra en",
    fr: "achetez, commandez, reservez, inscrivez vous, inscris toi, abonnez vous, telechargez, cliquez, postulez, faites un don, lien en bio, ne manquez pas, decouvrez, rejoignez, profitez, rendez vous sur",
    pt: "compre, compre ja, inscreva se, cadastre se, assine, baixe, clique, reserve, peca ja, doe, link na bio, nao perca, visite nosso, visite nossa, aproveite, garanta, candidate se, saiba mais",
    it: "acquista, compra ora, ordina, prenota, iscriviti, registrati, scarica, clicca, candidati, dona, link in bio, non perdere, non perderti, visita il, unisciti, approfitta, scopri di piu",
    nl: "koop nu, bestel nu, bestel je, boek nu, schrijf je in, meld je aan, abonneer, download, klik hier, solliciteer, doneer, link in bio, mis het niet, bezoek onze, doe mee, lees meer, shop nu",
    pl: "kup teraz, zamow, zarejestruj sie, zapisz sie, pobierz, kliknij, aplikuj, subskrybuj, link w bio, nie przegap, odwiedz, dolacz, sprawdz",
  },
  promotion: {
    en: "discount*, sale, on sale, off today, promo code, coupon*, free shipping, giveaway, special offer, limited time, limited offer, deal, deals, black friday, cyber monday, for only, half price, now available, out now, in stores",
    de: "rabatt*, angebot*, gutschein*, sale, aktion, aktionspreis, gratis versand, kostenloser versand, gewinnspiel*, nur heute, nur noch heute, jetzt erhaltlich, ab sofort erhaltlich, black friday",
    es: "descuento*, oferta*, rebaja*, promocion*, cupon*, envio gratis, sorteo*, solo hoy, ya disponible, black friday",
    fr: "remise*, soldes, promotion*, promo, offre, offres, code promo, livraison gratuite, livraison offerte, concours, jeu concours, disponible des, black friday",
    pt: "desconto*, oferta*, promocao*, promocoes, cupom, frete gratis, sorteio*, so hoje, ja disponivel, black friday",
    it: "sconto, sconti, scontat*, offerta, offerte, promozion*, saldi, codice promo, spedizione gratuita, concorso, gia disponibile, black friday",
    nl: "korting*, aanbieding*, actiecode, kortingscode, gratis verzending, winactie, nu verkrijgbaar, uitverkoop, black friday",
    pl: "rabat*, znizk*, promocj*, wyprzedaz*, darmowa dostawa, konkurs, juz dostepn*, black friday",
  },
  people: {
    en: "our team, our people, meet our, meet the team, team member*, colleague*, employee*, coworker*, intern, interns, internship*, apprentice*, work anniversary, years with us, joins us, joined us, new hire*, life at, behind the scenes, our founder, our crew, our staff, barista*, engineer of",
    de: "unser team, unsere mitarbeit*, mitarbeiter*, kolleg*, azubi*, auszubildende*, praktikant*, jubilaum, unsere leute, hinter den kulissen, unser grunder, unsere grunderin, neu im team, belegschaft",
    es: "nuestro equipo, nuestra gente, companer*, empleado*, trabajador*, becari*, nuestros colaboradores, detras de camaras, fundador*, aniversario en",
    fr: "notre equipe, nos equipes, collegue*, collaborateur*, collaboratrice*, salarie*, stagiaire*, alternant*, apprenti*, coulisses, nos talents, fondateur*",
    pt: "nosso time, nossa equipe, nossa equipa, colaborador*, funcionari*, estagiari*, nossa gente, bastidores, fundador*",
    it: "il nostro team, la nostra squadra, colleg*, dipendent*, collaborator*, stagist*, tirocinant*, dietro le quinte, fondator*",
    nl: "ons team, onze mensen, collega*, medewerker*, stagiair*, achter de schermen, oprichter*",
    pl: "nasz zespol, naszego zespolu, pracowni*, stazyst*, za kulisami, zalozyciel*",
  },
  insight: {
    en: "report, study, research, survey, data shows, guide, how to, lessons, lesson, whitepaper, white paper, case study, benchmark*, trend*, insight*, analysis, tips, best practice*, here's why, we learned, we found, explains, explained",
    de: "bericht, studie, forschung, leitfaden, ratgeber, erkenntnis*, analyse, trend*, tipps, fallstudie, whitepaper, gelernt, darum, anleitung",
    es: "informe, estudio, investigacion, guia, como hacer, lecciones, tendencia*, analisis, consejos, caso de estudio, aprendimos, datos",
    fr: "rapport, etude, recherche, guide, tendance*, analyse, conseils, livre blanc, etude de cas, lecons, pourquoi, chiffres",
    pt: "relatorio, estudo, pesquisa, guia, tendencia*, analise, dicas, estudo de caso, licoes, aprendemos, dados",
    it: "rapporto, studio, ricerca, guida, tendenz*, analisi, consigli, caso di studio, lezioni, abbiamo imparato, dati",
    nl: "rapport, studie, onderzoek, gids, trend*, analyse, tips, whitepaper, geleerd, inzicht*",
    pl: "raport, badani*, poradnik, trend*, analiz*, wskazowki, porady, wnioski",
  },
};

/** What somebody's message to a page can be, and what a page's answer can do. */
export type MessageCue = "asks" | "complaint" | "buying" | "please" | "handoff";

export const MESSAGE_CUES: Lexicon<MessageCue> = {
  // Questions that people write without a question mark.
  asks: {
    en: "how do i, how can i, how long, how much, when will, when does, when is, where can i, where is, why is, why does, why do, can you, can i, could you, do you have, is there, are there, does it, does this, will you, any update*, any news, anyone know*, what about, who do i, which one, please help, need help, help me",
    de: "wie kann ich, wie lange, wie viel, wieviel, wann kommt, wann gibt, wann ist, wann wird, wo kann ich, wo finde, wo gibt, wo ist, warum ist, warum geht, warum wird, warum funktioniert, konnt ihr, kann ich, konnen sie, kannst du, gibt es, habt ihr, haben sie, wer kann, was ist mit, bitte um hilfe, brauche hilfe, weiss jemand",
    es: "como puedo, como hago, cuanto cuesta, cuanto tarda, cuando sale, cuando llega, cuando estara, cuando va, donde puedo, donde esta, donde encuentro, por que, podeis, pueden, puedes, puedo, hay alguna, tienen, teneis, alguna novedad, necesito ayuda, me ayudan, ayuda por favor",
    fr: "comment faire, comment puis je, combien de temps, combien coute, quand est ce, quand sera, quand arrive, ou puis je, ou est, ou trouver, pourquoi, pouvez vous, puis je, est ce que, avez vous, y a t il, besoin d'aide, une idee, des nouvelles",
    pt: "como faco, como posso, quanto custa, quanto tempo, quando chega, quando vai, quando sai, onde posso, onde esta, onde encontro, por que, podem, pode me, posso, voces tem, tem como, alguma novidade, preciso de ajuda, me ajuda, ajuda por favor",
    it: "come posso, come faccio, quanto costa, quanto tempo, quando arriva, quando esce, quando sara, dove posso, dove trovo, dov'e, perche, potete, posso, puoi, avete, c'e, ci sono, ho bisogno di aiuto, qualche novita, mi aiutate",
    nl: "hoe kan ik, hoe lang, hoeveel kost, wanneer komt, wanneer is, wanneer wordt, waar kan ik, waar is, waar vind, waarom, kunnen jullie, kan ik, kun je, hebben jullie, is er, zijn er, iemand een idee, hulp nodig",
    pl: "jak moge, jak dlugo, ile kosztuje, kiedy bedzie, kiedy, gdzie moge, gdzie jest, dlaczego, czy mozna, czy macie, czy jest, czy moge, mozecie, potrzebuje pomocy, prosze o pomoc",
  },
  complaint: {
    en: "broken, broke, not working, doesn't work, isn't working, don't work, won't work, stopped working, never arrived, hasn't arrived, still waiting, no response, no reply, no answer, refund*, disappoint*, terrible, awful, horrible, worst, unacceptable, disgusting, ridiculous, rude, scam*, rip off, ripoff, complain*, cancelled my, damaged, defective, faulty, wrong order, wrong item, missing item*, overcharged, charged twice, fed up, frustrat*, poor service, bad service, bad experience, never again, shame on, useless, issue with, problem with, lost my, late again, delayed",
    de: "kaputt, funktioniert nicht, geht nicht, nicht angekommen, nie angekommen, warte immer noch, warte seit, keine antwort, keine reaktion, erstattung, geld zuruck, enttausch*, schrecklich, furchtbar, unverschamt*, frechheit, betrug, abzocke, beschwer*, storniert, beschadigt, defekt*, falsche bestellung, falsch geliefert, fehlt, doppelt abgebucht, mangelhaft, reklam*, schlechter service, nie wieder, unmoglich, verspat*, problem mit, argerlich, katastroph*",
    es: "roto, rota, no funciona, no me funciona, no ha llegado, no llego, nunca llego, sigo esperando, sin respuesta, nadie responde, no responden, reembolso, devolucion, decepcion*, terrible, horrible, pesimo, pesima, inaceptable, verguenza, estafa*, queja*, quejar*, reclam*, cancelaron, danado, defectuos*, pedido equivocado, me cobraron, mal servicio, nunca mas, retraso*, problema con, problemas con",
    fr: "casse, en panne, ne marche pas, ne fonctionne pas, fonctionne plus, marche plus, pas arrive, jamais recu, pas recu, toujours pas, aucune reponse, sans reponse, rembours*, decu, decue, decus, decevant*, horrible, nul, inadmissible, inacceptable, honte*, arnaque*, plainte, reclam*, annule, endommage*, defectueu*, mauvaise commande, preleve deux, mauvais service, plus jamais, retard*, probleme avec, lamentable",
    pt: "quebrado, quebrada, nao funciona, nao chegou, nunca chegou, ainda esperando, sem resposta, ninguem responde, nao respondem, reembolso, estorno, devolucao, decepcion*, pessim*, horrivel, terrivel, inaceitavel, absurdo, vergonha, golpe, fraude, reclam*, cancelaram, danificad*, defeito*, pedido errado, cobraram, mau atendimento, pessimo atendimento, nunca mais, atraso*, atrasad*, problema com",
    it: "rotto, rotta, non funziona, non va, non e arrivat*, mai arrivat*, sto ancora aspettando, nessuna risposta, nessuno risponde, non rispondete, rimborso, delus*, terribile, orribile, pessim*, inaccettabile, vergogna*, truffa*, reclam*, lament*, annullato, danneggiat*, difettos*, ordine sbagliato, addebitat*, mai piu, ritardo, problema con, problemi con, scandalos*",
    nl: "kapot, werkt niet, doet het niet, niet aangekomen, niet geleverd, nooit aangekomen, wacht nog, geen antwoord, geen reactie, terugbetaling, geld terug, teleurgesteld*, vreselijk, belachelijk, schandalig, oplichting, oplichters, klacht*, geannuleerd, beschadigd, defect, verkeerde bestelling, dubbel afgeschreven, slechte service, nooit meer, vertrag*, probleem met",
    pl: "zepsut*, nie dziala, nie dotarl*, nie przyszl*, wciaz czekam, nadal czekam, brak odpowiedzi, zwrot*, rozczarowan*, okropn*, fatalny, fatalna, niedopuszczaln*, skandal*, oszust*, reklamac*, uszkodzon*, wadliw*, bledne zamowienie, nigdy wiecej, opoznien*, problem z",
  },
  // Wants to buy: counts only where the message also asks.
  buying: {
    en: "price, prices, pricing, cost, costs, how much, buy, purchase, order one, in stock, available, availability, ship to, shipping to, deliver to, discount, quote, demo, trial, subscription, where can i get, where can i find, pre order, preorder, invoice, plan, plans, upgrade, size, sizes",
    de: "preis, preise, kostet, kosten, kaufen, bestellen, erhaltlich, verfugbar, lieferbar, auf lager, liefert ihr, versand nach, angebot, rabatt, testversion, vorbestell*, grosse, grossen, rechnung, abo",
    es: "precio, precios, cuesta, cuanto vale, comprar, pedir, disponible*, stock, envio, envios, enviais, envian, descuento, cotizacion, presupuesto, prueba, suscripcion, talla, tallas, costo",
    fr: "prix, tarif, tarifs, coute, acheter, commander, disponible*, en stock, livrez, livraison, remise, devis, essai, abonnement, taille, tailles, precommand*",
    pt: "preco, precos, custa, comprar, pedir, disponivel, disponiveis, estoque, entregam, entrega, frete, desconto, orcamento, teste, assinatura, tamanho, tamanhos, valor",
    it: "prezzo, prezzi, costa, comprare, acquistare, ordinare, disponibile, disponibili, spedite, spedizione, sconto, preventivo, prova gratuita, abbonamento, taglia, taglie",
    nl: "prijs, prijzen, kost, kopen, bestellen, beschikbaar, op voorraad, leveren, levering, verzenden, korting, offerte, proefversie, abonnement, maat, maten",
    pl: "cena, ceny, cene, koszt, kosztuje, kupic, zamowic, dostepn*, wysylka, wysylacie, dostawa, rabat, oferta, wycena, abonament, rozmiar*",
  },
  please: {
    en: "please help, help me, need help, please fix, please answer, please respond, please reply",
    de: "bitte helft, bitte um hilfe, brauche hilfe, bitte melden, bitte antworten, bitte um antwort",
    es: "por favor ayuda, ayuda por favor, necesito ayuda, respondan, contesten",
    fr: "aidez moi, besoin d'aide, merci de repondre, repondez",
    pt: "me ajuda, me ajudem, preciso de ajuda, respondam",
    it: "aiutatemi, ho bisogno di aiuto, rispondete, rispondetemi",
    nl: "help mij, help me, hulp nodig, graag reactie, reageer",
    pl: "pomozcie, prosze o pomoc, potrzebuje pomocy, odpowiedzcie, prosze o odpowiedz",
  },
  // Sends people to where nobody else can see.
  handoff: {
    en: "dm us, dm me, send us a dm, via dm, our dms, our dm, by dm, direct message, send us a message, private message, pm us, message us, inbox us, email us, e mail us, send us an email, drop us an email, call us, give us a call, contact our support, contact support",
    de: "per dn, per pn, eine pn, eine dn, per dm, eine dm, direktnachricht, privatnachricht, private nachricht, per nachricht, schreib uns eine, schreibt uns eine, schreiben sie uns, per mail, per e mail, eine mail, eine e mail, ruft uns an, rufen sie uns",
    es: "mensaje directo, mensaje privado, por dm, por md, por privado, por mp, escribenos, escribanos, un correo, correo electronico, llamanos, mensaje interno",
    fr: "message prive, en mp, en dm, par mp, messagerie, ecrivez nous, contactez nous, par mail, par e mail, un mail, appelez nous",
    pt: "mensagem direta, mensagem privada, por dm, via dm, no direct, na dm, inbox, no privado, um email, um e mail, por email, nos chame, ligue para",
    it: "messaggio privato, in privato, in dm, via dm, un dm, scrivici, scriveteci, un'email, una mail, via email, via mail, chiamaci, contattaci",
    nl: "prive bericht, privebericht, stuur ons een, via dm, een dm, een pb, mail ons, per mail, e mail, bel ons",
    pl: "wiadomosc prywatn*, prywatna wiadomosc, na priv, w dm, napisz do nas, mailow*, na maila, zadzwon*",
  },
};
